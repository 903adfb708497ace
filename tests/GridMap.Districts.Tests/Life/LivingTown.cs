using GridMap.Districts.Demo;
using GridMap.Districts.Dictionaries;
using GridMap.Districts.Division;
using GridMap.Districts.Land;
using GridMap.Districts.Life;
using GridMap.Districts.Network;

namespace GridMap.Districts.Tests.Life;

/// <summary>The small demo district with everything life draws onto it, as of a Wednesday afternoon in the heating season.</summary>
public sealed class LivingTown
{
    public static readonly DateTimeOffset Now = new(2026, 11, 18, 15, 20, 0, TimeSpan.FromHours(8));

    private static readonly Lazy<DividedDistrict> Divided = new(() => DivideDistrict.Run(
        DemoDistrict.Draw(DemoScale.Small, 1), new LandRules(), new DivisionRules(), new WalkingRules(), new Silence(), CancellationToken.None));

    public LivingTown()
    {
        var dictionaries = DistrictDictionaries.Load();
        Rules = LifeRules.Load();
        Place = new LifePlace(District, Now);
        Calendar = new LocalCalendar(Place.TimeZone, dictionaries.Holidays);
        Scenes = new DrawScenes(Place, Rules.Incidents).Run();
        Force = new DrawPatrols(Place, Rules.Patrols, LifeRules.LoadNames()).Run();
        Points = new DrawPatrolPoints(Place, Rules.PatrolPoints, Scenes).Run();
        CheckIns = [.. new DrawCheckIns(Place, Rules.PatrolPoints, Points, new DutyLookup(Place, Force), Calendar).Run()];
        Incidents = [.. new DrawIncidents(Place, Rules, LifeRules.LoadIncidentPatterns(), dictionaries, Calendar, Scenes, Force).Run()];
        Volunteers = new DrawVolunteers(Place, Rules.Volunteers, LifeRules.LoadNames()).Run();
        Activities = [.. new DrawActivities(Place, Rules.Volunteers, Volunteers, Scenes, Calendar).Run()];
        Wishes = [.. new DrawWishes(Place, Rules.Volunteers, Volunteers, Scenes, Calendar).Run()];
    }

    public static DividedDistrict District => Divided.Value;

    public LifeRules Rules { get; }

    public LifePlace Place { get; }

    public LocalCalendar Calendar { get; }

    public Scenes Scenes { get; }

    public PatrolForce Force { get; }

    public IReadOnlyList<PatrolPointRow> Points { get; }

    public IReadOnlyList<CheckInRow> CheckIns { get; }

    public IReadOnlyList<IncidentRow> Incidents { get; }

    public VolunteerForce Volunteers { get; }

    public IReadOnlyList<ActivityRow> Activities { get; }

    public IReadOnlyList<WishRow> Wishes { get; }

    private sealed class Silence : IProgress<Progress>
    {
        public void Report(Progress value)
        {
        }
    }
}
