using System.Text.Json;

namespace GridMap.Districts.Life;

/// <summary>`data/demo/life.json`, `life-incidents.json` and `life-names.json`: how a district lives.</summary>
public sealed record LifeRules(
    PatrolRules Patrols, PatrolPointRules PatrolPoints, IncidentLifeRules Incidents, VolunteerRules Volunteers)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static LifeRules Load() => Read<LifeRules>("life");

    public static IncidentPatterns LoadIncidentPatterns() => Read<IncidentPatterns>("life-incidents");

    public static NameCharacters LoadNames() => Read<NameCharacters>("life-names");

    private static T Read<T>(string name)
    {
        using var stream = typeof(LifeRules).Assembly.GetManifestResourceStream($"data/demo/{name}.json")
            ?? throw new InvalidOperationException($"data/demo/{name}.json is not in the program.");
        return JsonSerializer.Deserialize<T>(stream, Json) ?? throw new InvalidDataException($"data/demo/{name}.json is empty.");
    }
}

public sealed record PatrolRules(
    double WorkersPerGrid,
    double TeamsPerGrid,
    double VehiclesPerGrid,
    int FewestPatrols,
    double OnDutyShare,
    int FewestOnDuty,
    IReadOnlyList<TimeOnly> ShiftStarts,
    int ShiftHours,
    int ShiftsPerDay,
    IReadOnlyList<EmploymentRule> Employment,
    IReadOnlyList<string> Skills,
    IReadOnlyList<string> TeamNames,
    IReadOnlyList<string> VehicleNames);

public sealed record EmploymentRule(string Code, double Share, int ShiftsPerWeek);

/// <summary>`Done`: the share of required visits that are made.</summary>
public sealed record PatrolPointRules(double PerGrid, double Done, IReadOnlyList<PatrolPointKind> Kinds);

public sealed record PatrolPointKind(string Name, string Scene, double Weight, short Visits, string Per);

public sealed record IncidentLifeRules(
    IReadOnlyDictionary<string, double> PerGridYear,
    int FewestOpen,
    IReadOnlyDictionary<string, double> Sources,
    double DeadlineShareMedian,
    double DeadlineShareSigma,
    double Voided,
    double Rework,
    double Suspended,
    int StormDays,
    int SnowDays,
    int HeatDays,
    int MarketPerGrids,
    int SitesPerGrids,
    IReadOnlyList<string> VoidReasons,
    IReadOnlyList<string> FeedbackNotes);

public sealed record VolunteerRules(
    double TeamsPerGrid,
    double PerTeam,
    double ActivitiesPerTeamYear,
    int SignupsPerActivity,
    double WishesPerGrid,
    double RunningPerGrid,
    int FewestRunning,
    IReadOnlyList<TeamKind> Teams,
    IReadOnlyList<TitledKind> Activities,
    IReadOnlyList<TitledKind> Wishes);

public sealed record TeamKind(string Kind, IReadOnlyList<string> Names);

public sealed record TitledKind(string Kind, IReadOnlyList<string> Titles);

public sealed record IncidentPatterns(
    IReadOnlyDictionary<string, double[]> Hours, IReadOnlyDictionary<string, double[]> Seasons, IReadOnlyList<IncidentPattern> Classes);

/// <summary>When, where and in which words a class occurs; storm … weekend are factors of such days.</summary>
public sealed record IncidentPattern(
    string Code,
    double Weight,
    IReadOnlyDictionary<string, double> Scenes,
    string Hours,
    string Season,
    IReadOnlyList<string> Texts,
    double Storm = 1,
    double Snow = 1,
    double Holiday = 1,
    double Weekend = 1);

public sealed record NameCharacters(string Surnames, string First, string Second);
