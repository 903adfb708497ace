namespace GridMap.Districts.Life;

/// <summary>What is reported when: for every day of the year up to now the number of incidents, and for each its class and local time.</summary>
public sealed class IncidentRhythm
{
    private const int DaysBack = 365;

    private readonly IncidentPatterns _patterns;

    private readonly WeightedChoice[] _hours;

    private readonly (DateOnly Day, double[] Weights)[] _days;

    private readonly Chance _chance;

    public IncidentRhythm(LifePlace place, IncidentLifeRules rules, IncidentPatterns patterns, LocalCalendar calendar)
    {
        _patterns = patterns;
        _chance = new Chance(place.Seed, "incident rhythm");
        _hours = [.. patterns.Classes.Select(pattern => new WeightedChoice(patterns.Hours[pattern.Hours]))];
        var today = DateOnly.FromDateTime(calendar.Local(place.Now));
        DateOnly[] days = [.. Enumerable.Range(0, DaysBack + 1).Select(back => today.AddDays(back - DaysBack))];
        var weather = new Weather(days, rules, new Chance(place.Seed, "weather"));
        _days = [.. days.Select(day => (day, Weigh(day, weather, calendar)))];
    }

    /// <summary>In order of time, about so many in the year; pattern by index, time in the place's clock.</summary>
    public IEnumerable<(int Pattern, DateTime Local)> Run(double perYear)
    {
        var perWeight = perYear * (DaysBack + 1) / DaysBack / _days.Sum(day => day.Weights.Sum());
        foreach (var (day, weights) in _days)
        {
            var choice = new WeightedChoice(weights);
            var expected = choice.Total * perWeight;
            var count = (int)Math.Max(0, Math.Round(expected + Math.Sqrt(expected) * _chance.Normal()));
            var ofDay = Enumerable.Range(0, count).Select(_ => Draw(day, choice)).ToArray();
            foreach (var incident in ofDay.OrderBy(incident => incident.Local))
            {
                yield return incident;
            }
        }
    }

    private (int Pattern, DateTime Local) Draw(DateOnly day, WeightedChoice choice)
    {
        var pattern = choice.Draw(_chance);
        var seconds = _hours[pattern].Draw(_chance) * 3600 + _chance.Below(3600);
        return (pattern, day.ToDateTime(TimeOnly.MinValue).AddSeconds(seconds));
    }

    private double[] Weigh(DateOnly day, Weather weather, LocalCalendar calendar) =>
    [
        .. _patterns.Classes.Select(pattern =>
        {
            var curve = _patterns.Seasons[pattern.Season];
            return pattern.Weight
                * curve[day.Month - 1] / curve.Average()
                * (weather.IsStorm(day) ? pattern.Storm : 1)
                * (weather.IsSnow(day) ? pattern.Snow : 1)
                * (calendar.IsHoliday(day) ? pattern.Holiday : 1)
                * (calendar.IsWeekend(day) ? pattern.Weekend : 1);
        }),
    ];
}
