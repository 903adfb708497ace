namespace GridMap.Core.Facilities;

/// <summary>One rule of opening hours. No days means every day; no spans means the whole day.</summary>
internal sealed record OpeningRule(
    IReadOnlySet<DayOfWeek> Days, bool OnPublicHolidays, IReadOnlyList<OpeningSpan> Spans, bool IsOff, bool Adds)
{
    private bool IsEveryDay => Days.Count == 0 && !OnPublicHolidays;

    public bool Matches(DayOfWeek day, bool isPublicHoliday) =>
        IsEveryDay || Days.Contains(day) || (OnPublicHolidays && isPublicHoliday);

    /// <summary>Whether it is open at a minute of a matching day, given what the rules before said; minutes run on past midnight.</summary>
    public bool Apply(bool openBefore, int minute)
    {
        var covered = Covers(minute);
        if (IsOff)
        {
            return openBefore && !covered;
        }

        return covered || (Adds && openBefore);
    }

    private bool Covers(int minute)
    {
        if (Spans.Count == 0)
        {
            // `off` without times closes the day together with what would have run past its midnight.
            return IsOff || minute < OpeningSpan.MinutesPerDay;
        }

        return Spans.Any(span => minute >= span.StartMinute && minute < span.EndMinute);
    }
}

/// <summary>From a minute of a day to a later one, which may lie in the next day; the end is outside.</summary>
internal readonly record struct OpeningSpan(int StartMinute, int EndMinute)
{
    public const int MinutesPerDay = 24 * 60;
}
