using System.Text.Json;

namespace GridMap.Districts.Dictionaries;

/// <summary>The dictionaries of `data/`, as they were when the program was built: what every district starts with.</summary>
public sealed record DistrictDictionaries(
    string IncidentVersion,
    IReadOnlyList<IncidentClassEntry> IncidentClasses,
    IReadOnlyList<DeadlineEntry> Deadlines,
    IReadOnlyList<HolidayEntry> Holidays,
    IReadOnlyList<NamedCode> Services,
    IReadOnlyList<NamedCode> FacilityKinds)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static DistrictDictionaries Load()
    {
        var incidents = Read<IncidentDocument>("incident-classes");
        var deadlines = Read<DeadlineDocument>("deadline-rules");
        if (deadlines.Version != incidents.Version)
        {
            throw new InvalidDataException($"deadline-rules.json is of version {deadlines.Version}, incident-classes.json of {incidents.Version}.");
        }

        return new DistrictDictionaries(
            incidents.Version,
            incidents.Classes,
            [.. deadlines.Rules.SelectMany(Flatten)],
            Read<HolidayDocument>("working-calendar").Holidays,
            Read<ServiceDocument>("services").Services,
            Read<KindDocument>("facility-kinds").Kinds);
    }

    /// <summary>The text of `data/boundary-rules.json`.</summary>
    public static string BoundaryRules => Text("boundary-rules");

    /// <summary>The text of `data/NAME.json`.</summary>
    internal static string Text(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd();
    }

    private static T Read<T>(string name)
    {
        using var stream = Open(name);
        return JsonSerializer.Deserialize<T>(stream, Json) ?? throw new InvalidDataException($"data/{name}.json is empty.");
    }

    private static Stream Open(string name) => typeof(DistrictDictionaries).Assembly.GetManifestResourceStream($"data/{name}.json")
        ?? throw new InvalidOperationException($"data/{name}.json is not in the program.");

    private static IEnumerable<DeadlineEntry> Flatten(DeadlineGroup group) =>
        from code in @group.Classes
        from step in @group.Steps
        select new DeadlineEntry(code, step.Step, step.Amount, step.Unit);

    private sealed record IncidentDocument(string Version, IReadOnlyList<IncidentClassEntry> Classes);

    private sealed record DeadlineDocument(string Version, IReadOnlyList<DeadlineGroup> Rules);

    private sealed record DeadlineGroup(string Name, IReadOnlyList<string> Classes, IReadOnlyList<DeadlineStep> Steps);

    private sealed record DeadlineStep(string Step, int Amount, string Unit);

    private sealed record HolidayDocument(IReadOnlyList<HolidayEntry> Holidays);

    private sealed record ServiceDocument(IReadOnlyList<NamedCode> Services);

    private sealed record KindDocument(IReadOnlyList<NamedCode> Kinds);
}

/// <summary>A class of incidents. Kind: `component` 部件 or `event` 事件. Urgency: `normal` or `urgent`.</summary>
public sealed record IncidentClassEntry(
    string Code, string Kind, string Group, string GroupEn, string Name, string NameEn, string Urgency);

/// <summary>A step that must be reached in time, counted from the report. Unit: `urgent_hours`, `working_hours` or `working_days`.</summary>
public sealed record DeadlineEntry(string ClassCode, string Step, int Amount, string Unit);

/// <summary>A public holiday with both its days included, and the weekend days that are worked for it.</summary>
public sealed record HolidayEntry(string Name, string NameEn, DateOnly FirstDay, DateOnly LastDay, IReadOnlyList<DateOnly> MakeUpDays);

/// <summary>A code with its names: a service of a facility, or a kind of facility.</summary>
public sealed record NamedCode(string Code, string Name, string NameEn);
