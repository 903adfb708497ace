namespace GridMap.Core.Patrols;

/// <summary>A weekly shift (班次) in the place's local time; an end at or before the start means the next day.</summary>
/// <param name="Weekdays">One bit for each ISO weekday: bit 1 is Monday, bit 7 Sunday.</param>
public readonly record struct DutyShift(byte Weekdays, TimeOnly StartsAt, TimeOnly EndsAt)
{
    public static byte Bits(IEnumerable<short> isoWeekdays) => (byte)isoWeekdays.Aggregate(0, (bits, day) => bits | (1 << day));

    public bool Covers(DateTime local)
    {
        var time = TimeOnly.FromDateTime(local);
        if (StartsAt < EndsAt)
        {
            return IsOn(local) && time >= StartsAt && time < EndsAt;
        }

        return (IsOn(local) && time >= StartsAt) || (IsOn(local.AddDays(-1)) && time < EndsAt);
    }

    /// <summary>When the shifts that cover a local time end; those that follow one another without a gap are one, a week ahead at most. Null off duty.</summary>
    public static DateTime? EndOf(IReadOnlyList<DutyShift> shifts, DateTime local)
    {
        DateTime? end = null;
        for (var at = local; at < local.AddDays(7); at = end.Value)
        {
            var next = shifts.Where(shift => shift.Covers(at)).Select(shift => (DateTime?)shift.EndAfter(at)).Max();
            if (next is null)
            {
                return end;
            }

            end = next;
        }

        return end;
    }

    // Of a shift that covers the time.
    private DateTime EndAfter(DateTime local) => local.Date.AddDays(TimeOnly.FromDateTime(local) < EndsAt ? 0 : 1) + EndsAt.ToTimeSpan();

    private bool IsOn(DateTime local) => (Weekdays & (1 << (local.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)local.DayOfWeek))) != 0;
}
