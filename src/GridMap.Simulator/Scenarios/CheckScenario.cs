using GridMap.Core;

namespace GridMap.Simulator.Scenarios;

/// <summary>What must hold of a scenario besides its form.</summary>
public static class CheckScenario
{
    private const int LongestText = 500;

    /// <summary>The first thing that does not fit; null when all does.</summary>
    public static Refusal? FindRefusal(Scenario scenario) => Findings(scenario).FirstOrDefault();

    /// <summary>Classes that the district's dictionary does not have; null when it has all.</summary>
    public static Refusal? FindRefusal(Scenario scenario, IEnumerable<string> codes)
    {
        var known = codes.ToHashSet();
        var missing = Occurrences(scenario).Select(pair => pair.Occurrence.Code).Where(code => !known.Contains(code)).Distinct().Order().ToArray();
        return missing.Length == 0
            ? null
            : new Refusal(
                "SCENARIO_CLASS_UNKNOWN",
                $"The dictionary in force has no class {string.Join(", ", missing)}: use codes of data/incident-classes.json.",
                $"现行分类中没有编码 {string.Join("、", missing)}：请使用 data/incident-classes.json 中的编码。");
    }

    private static IEnumerable<Refusal> Findings(Scenario scenario) =>
    [
        .. Unless(scenario.Phases.Count is >= 1 and <= 50, "phases", "1–50"),
        .. scenario.Phases.SelectMany((phase, index) => OfPhase(scenario, phase, $"phases[{index}]")),
        .. scenario.Places.SelectMany(place => OfPlace(place.Value, $"places.{place.Key}")),
        .. Occurrences(scenario).SelectMany(pair => OfOccurrence(pair.Occurrence, pair.At)),
        .. OfDelays(scenario),
        .. Share(scenario.Desk.LeftToPeople, "desk.leftToPeople"),
        .. Share(scenario.Desk.Rework, "desk.rework"),
        .. Share(scenario.Field.Declined, "field.declined"),
        .. Between(scenario.Field.MetersPerSecond, 0.5, 30, "field.metersPerSecond"),
        .. Between(scenario.Field.CheckInsPerMinute, 0, 600, "field.checkInsPerMinute"),
        .. Texts(scenario.Field.Outcomes, "field.outcomes"),
        .. Texts(scenario.Desk.ReworkNotes, "desk.reworkNotes"),
        .. Between(scenario.Volunteers.WishesPerHour, 0, 3_600, "volunteers.wishesPerHour"),
        .. Between(scenario.Volunteers.ActivitiesPerHour, 0, 3_600, "volunteers.activitiesPerHour"),
        .. Works(scenario.Volunteers.Wishes, "volunteers.wishes"),
        .. Works(scenario.Volunteers.Activities, "volunteers.activities"),
    ];

    private static IEnumerable<Refusal> OfPhase(Scenario scenario, Phase phase, string at) =>
    [
        .. Between(phase.Minutes, 0.1, 1_440, $"{at}.minutes"),
        .. Between(phase.Everyday, 0, 100, $"{at}.everyday"),
        .. phase.Outbreaks.SelectMany((outbreak, index) => (Refusal[])
        [
            .. Unless(scenario.Places.ContainsKey(outbreak.At), $"{at}.outbreaks[{index}].at", string.Join(", ", scenario.Places.Keys)),
            .. Between(outbreak.PerMinute, 0, 600, $"{at}.outbreaks[{index}].perMinute"),
            .. Unless(outbreak.Incidents.Any(one => one.Weight > 0), $"{at}.outbreaks[{index}].incidents", "≥ 1"),
        ]),
    ];

    private static IEnumerable<Refusal> OfPlace(Locality place, string at) =>
    [
        .. Unless(place.Near.Count is >= 1 and <= 20, $"{at}.near", "1–20"),
        .. Between(place.Count, 1, 100, $"{at}.count"),
        .. Between(place.ReachMeters, 50, 5_000, $"{at}.reachMeters"),
        .. Between(place.MetersPerMinute, 0.5, 200, $"{at}.metersPerMinute"),
    ];

    private static IEnumerable<Refusal> OfOccurrence(Occurrence occurrence, string at) =>
    [
        .. Between(occurrence.Weight, 0, 1_000, $"{at}.weight"),
        .. Texts(occurrence.Texts, $"{at}.texts"),
    ];

    private static IEnumerable<Refusal> OfDelays(Scenario scenario) =>
        from pair in new (string At, Delay Delay)[]
        {
            ("desk.registerSeconds", scenario.Desk.RegisterSeconds),
            ("desk.assignSeconds", scenario.Desk.AssignSeconds),
            ("desk.verifySeconds", scenario.Desk.VerifySeconds),
            ("field.acceptSeconds", scenario.Field.AcceptSeconds),
            ("field.workSeconds", scenario.Field.WorkSeconds),
        }
        from refusal in Unless(pair.Delay.From >= 0 && pair.Delay.To >= pair.Delay.From && pair.Delay.To <= 86_400, pair.At, "0 ≤ from ≤ to ≤ 86400")
        select refusal;

    private static IEnumerable<(Occurrence Occurrence, string At)> Occurrences(Scenario scenario) =>
        from phase in scenario.Phases.Index()
        from outbreak in phase.Item.Outbreaks.Index()
        from occurrence in outbreak.Item.Incidents.Index()
        select (occurrence.Item, $"phases[{phase.Index}].outbreaks[{outbreak.Index}].incidents[{occurrence.Index}]");

    private static IEnumerable<Refusal> Works(IReadOnlyList<NamedWork> works, string at) =>
        Unless(works.Count > 0 && works.All(work => work.Kind.Length is >= 1 and <= 40 && work.Title.Length is >= 1 and <= 200), at, "kind 1–40, title 1–200");

    private static IEnumerable<Refusal> Texts(IReadOnlyList<string> texts, string at) =>
        Unless(texts.Count > 0 && texts.All(text => text.Length is >= 1 and <= LongestText), at, $"≥ 1, 1–{LongestText}");

    private static IEnumerable<Refusal> Share(double value, string at) => Between(value, 0, 1, at);

    private static IEnumerable<Refusal> Between(double value, double least, double most, string at) =>
        Unless(value >= least && value <= most, at, $"{least}–{most}");

    private static IEnumerable<Refusal> Unless(bool holds, string at, string fits) => holds
        ? []
        : [new Refusal("SCENARIO_INVALID", $"{at} of the scenario does not fit; it must be: {fits}.", $"场景的 {at} 不符合要求，应为：{fits}。")];
}
