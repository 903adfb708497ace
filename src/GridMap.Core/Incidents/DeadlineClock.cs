namespace GridMap.Core.Incidents;

/// <summary>Counts time as a deadline does: around the clock, or only while the office of a place works.</summary>
internal sealed class DeadlineClock(WorkingCalendar calendar, TimeZoneInfo timeZone)
{
    /// <summary>A working day is as much time as the office works on one.</summary>
    public TimeSpan SpanOf(int amount, DeadlineUnit unit) => unit switch
    {
        DeadlineUnit.UrgentHours or DeadlineUnit.WorkingHours => TimeSpan.FromHours(amount),
        DeadlineUnit.WorkingDays => amount * calendar.Hours.PerDay,
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, null),
    };

    /// <summary>When so much time has passed since an instant.</summary>
    public DateTimeOffset Add(DateTimeOffset from, TimeSpan span, DeadlineUnit unit) =>
        unit == DeadlineUnit.UrgentHours ? from + span : Instant(calendar.Add(Local(from), span));

    /// <summary>When so much time is left until an instant.</summary>
    public DateTimeOffset Subtract(DateTimeOffset until, TimeSpan span, DeadlineUnit unit) =>
        unit == DeadlineUnit.UrgentHours ? until - span : Instant(calendar.Subtract(Local(until), span));

    /// <summary>How much time passes between two instants.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset until, DeadlineUnit unit) =>
        unit == DeadlineUnit.UrgentHours ? until - from : calendar.Between(Local(from), Local(until));

    private DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, timeZone).DateTime;

    private DateTimeOffset Instant(DateTime local) => new DateTimeOffset(local, timeZone.GetUtcOffset(local)).ToUniversalTime();
}
