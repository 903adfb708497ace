namespace GridMap.Core.Facilities;

/// <summary>
/// When a place is open, written as OpenStreetMap's `opening_hours`.
/// The part understood: weekdays, their ranges and lists, `PH`; times, several a day, past midnight (`22:00-02:00`, `18:00-26:00`);
/// rules after `;` that override, after `,` that add; `off`, `closed`, `open`, `24/7`. Months, weeks, dates, sunrise, comments and `||` are refused.
/// </summary>
public sealed class OpeningHours
{
    private readonly IReadOnlyList<OpeningRule> _rules;

    private OpeningHours(IReadOnlyList<OpeningRule> rules) => _rules = rules;

    public static Result<OpeningHours> Parse(string text)
    {
        var rules = new OpeningHoursParser(text).ReadRules();
        return rules is not null
            ? new OpeningHours(rules)
            : new Refusal(
                "OPENING_HOURS_NOT_UNDERSTOOD",
                "Write opening hours such as `Mo-Fr 08:30-18:00; Sa 09:00-12:00; PH off` or `24/7`.",
                "开放时间请写成如 `Mo-Fr 08:30-18:00; Sa 09:00-12:00; PH off` 或 `24/7` 的形式。");
    }

    /// <summary>Whether it is open at a local time of the place. What begins before midnight belongs to the day it begins on.</summary>
    public bool IsOpenAt(DateTime localTime, IReadOnlySet<DateOnly> publicHolidays)
    {
        var today = DateOnly.FromDateTime(localTime);
        var minute = localTime.Hour * 60 + localTime.Minute;
        if (IsOpen(today, minute, publicHolidays))
        {
            return true;
        }

        return today > DateOnly.MinValue && IsOpen(today.AddDays(-1), minute + OpeningSpan.MinutesPerDay, publicHolidays);
    }

    private bool IsOpen(DateOnly day, int minute, IReadOnlySet<DateOnly> publicHolidays)
    {
        var isHoliday = publicHolidays.Contains(day);
        var open = false;
        foreach (var rule in _rules)
        {
            if (rule.Matches(day.DayOfWeek, isHoliday))
            {
                open = rule.Apply(open, minute);
            }
        }

        return open;
    }
}
