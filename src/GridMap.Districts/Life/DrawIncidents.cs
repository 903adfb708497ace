using System.Globalization;
using GridMap.Core.Geography;
using GridMap.Core.Incidents;
using GridMap.Districts.Dictionaries;
using NetTopologySuite.Geometries;

namespace GridMap.Districts.Life;

/// <summary>A year of incidents up to now, in order of time and number; streamed, so that a city's million is never held at once.</summary>
public sealed class DrawIncidents(
    LifePlace place, LifeRules rules, IncidentPatterns patterns, DistrictDictionaries dictionaries, LocalCalendar calendar, Scenes scenes, PatrolForce force)
{
    private const double JitterMeters = 9;

    private const int DeskStaff = 24;

    private const double FreshHours = 30;

    private readonly Chance _chance = new(place.Seed, "incidents");

    private readonly Dictionary<string, string> _urgencies = dictionaries.IncidentClasses.ToDictionary(entry => entry.Code, entry => entry.Urgency);

    private readonly Dictionary<string, DeadlineRule> _closing = RulesOf(dictionaries, "closed");

    private readonly Dictionary<string, DeadlineRule> _handling = RulesOf(dictionaries, "feedback");

    private readonly WeightedChoice _sources = new(rules.Incidents.Sources.Values);

    private readonly string[] _sourceNames = [.. rules.Incidents.Sources.Keys];

    private readonly (string[] Kinds, WeightedChoice Choice)[] _scenesOfPattern =
    [
        .. patterns.Classes.Select(pattern => (pattern.Scenes.Keys.ToArray(), new WeightedChoice(pattern.Scenes.Values))),
    ];

    private readonly DutyLookup _duty = new(place, force);

    public IEnumerable<IncidentRow> Run()
    {
        var perYear = place.Grids.Count * rules.Incidents.PerGridYear[place.Size];
        var clock = new IncidentClock(calendar, rules.Incidents, _chance);
        var words = new IncidentWords(_chance);
        var names = new FictionalNames(LifeRules.LoadNames(), _chance);
        string[] desk = [.. Enumerable.Range(0, DeskStaff).Select(_ => $"指挥中心 {names.Next()}")];
        var histories = new IncidentHistories(rules.Incidents, desk, place.Now, _chance);
        var delays = place.Grids.ToDictionary(grid => grid.Id, _ => _chance.LogNormal(1, 0.35));
        var earliest = place.Now.AddDays(-365);
        var number = 0;
        foreach (var (pattern, local) in WithFreshOnes(perYear))
        {
            var reported = calendar.Instant(local);
            if (reported > place.Now || reported < earliest)
                continue;

            if (Locate(pattern) is { } spot)
                yield return Draw(++number, patterns.Classes[pattern], local, spot, clock, words, histories, delays);
        }
    }

    // A quiet place still has something open: what a day brings too little of is added to the last hours.
    private IEnumerable<(int Pattern, DateTime Local)> WithFreshOnes(double perYear)
    {
        var rhythm = new IncidentRhythm(place, rules.Incidents, patterns, calendar).Run(perYear);
        var usuallyOpen = perYear / 365 * 1.1;
        var missing = (int)Math.Max(0, rules.Incidents.FewestOpen * 1.5 - usuallyOpen);
        var now = calendar.Local(place.Now);
        var weights = new WeightedChoice(patterns.Classes.Select(pattern => pattern.Weight * patterns.Seasons[pattern.Season][now.Month - 1]));
        var fresh = Enumerable.Range(0, missing)
            .Select(_ => (Pattern: weights.Draw(_chance), Local: now.AddHours(-FreshHours * Math.Pow(_chance.Share(), 1.6))))
            .OrderBy(incident => incident.Local)
            .ToArray();
        return Merge(rhythm, fresh);
    }

    private static IEnumerable<(int Pattern, DateTime Local)> Merge(IEnumerable<(int Pattern, DateTime Local)> rhythm, (int Pattern, DateTime Local)[] fresh)
    {
        var next = 0;
        foreach (var incident in rhythm)
        {
            while (next < fresh.Length && fresh[next].Local <= incident.Local)
            {
                yield return fresh[next++];
            }

            yield return incident;
        }

        while (next < fresh.Length)
        {
            yield return fresh[next++];
        }
    }

    // Close to a spot, in whatever grid that is.
    private (Scene Scene, Point Position, int GridId)? Locate(int pattern)
    {
        var (kinds, choice) = _scenesOfPattern[pattern];
        var scene = scenes.Draw(kinds[choice.Draw(_chance)], _chance);
        var (perLongitude, perLatitude) = Ellipsoid.MetersPerDegree(scene.Position.Y);
        var position = Lattice.Factory.CreatePoint(Lattice.Snap(
            scene.Position.X + JitterMeters * _chance.Normal() / perLongitude, scene.Position.Y + JitterMeters * _chance.Normal() / perLatitude));
        if (place.Locator.Find(position) is { } grid)
            return (scene, position, grid);

        return (scene, Lattice.Factory.CreatePoint(scene.Position), scene.GridId);
    }

    private IncidentRow Draw(
        int number, IncidentPattern pattern, DateTime local, (Scene Scene, Point Position, int GridId) spot,
        IncidentClock clock, IncidentWords words, IncidentHistories histories, Dictionary<int, double> delays)
    {
        var times = clock.Draw(local, _handling.GetValueOrDefault(pattern.Code), _closing.GetValueOrDefault(pattern.Code), delays[spot.GridId]);
        var patrol = force.Patrols[_duty.Find(spot.GridId, calendar.Local(times.Assigned), _chance) - 1];
        var source = _sourceNames[_sources.Draw(_chance)];
        var history = histories.Tell(times, source, patrol.Id, patrol.Name);
        return new IncidentRow(
            _chance.Identifier(times.Reported),
            string.Create(CultureInfo.InvariantCulture, $"{local:yyyyMMdd}-{number:000000}"),
            pattern.Code, source, _urgencies[pattern.Code], history.Step, words.Describe(pattern, spot.Scene), spot.Scene.Address, spot.GridId,
            times.Reported, history.OnSceneAt, times.Due, times.HandlingDue, history.ClosedAt, spot.Position, history.Steps, history.Order);
    }

    private static Dictionary<string, DeadlineRule> RulesOf(DistrictDictionaries dictionaries, string step) => dictionaries.Deadlines
        .Where(entry => entry.Step == step)
        .ToDictionary(entry => entry.ClassCode, entry => new DeadlineRule(entry.Step, entry.Amount, Unit(entry.Unit)));

    private static DeadlineUnit Unit(string unit) => unit switch
    {
        "urgent_hours" => DeadlineUnit.UrgentHours,
        "working_hours" => DeadlineUnit.WorkingHours,
        "working_days" => DeadlineUnit.WorkingDays,
        _ => throw new InvalidDataException($"A deadline is counted in {unit}."),
    };
}
