namespace GridMap.Districts.Life;

/// <summary>Days of storm and of snow in the year that is drawn, in the months they belong to.</summary>
public sealed class Weather
{
    private static readonly int[] StormMonths = [6, 7, 7, 7, 8, 8, 8, 9];

    private static readonly int[] SnowMonths = [11, 12, 12, 1, 1, 2, 2, 3];

    private readonly HashSet<DateOnly> _storms;

    private readonly HashSet<DateOnly> _snows;

    public Weather(IReadOnlyList<DateOnly> days, IncidentLifeRules rules, Chance chance)
    {
        _storms = Choose(days, StormMonths, rules.StormDays, chance);
        _snows = Choose(days, SnowMonths, rules.SnowDays, chance);
    }

    public bool IsStorm(DateOnly day) => _storms.Contains(day);

    public bool IsSnow(DateOnly day) => _snows.Contains(day);

    // Weather comes in spells: half of the days follow the one before.
    private static HashSet<DateOnly> Choose(IReadOnlyList<DateOnly> days, int[] months, int count, Chance chance)
    {
        var chosen = new HashSet<DateOnly>();
        while (chosen.Count < count)
        {
            var month = chance.Pick(months);
            var ofMonth = days.Where(day => day.Month == month).ToArray();
            var day = chance.Pick(ofMonth);
            chosen.Add(day);
            if (chance.Happens(0.5) && chosen.Count < count)
                chosen.Add(day.AddDays(1));
        }

        return chosen;
    }
}
