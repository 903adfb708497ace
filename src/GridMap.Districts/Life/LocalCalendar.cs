using GridMap.Core.Incidents;
using GridMap.Districts.Dictionaries;

namespace GridMap.Districts.Life;

/// <summary>The place's own days: local time to instants, and which days are worked.</summary>
public sealed class LocalCalendar
{
    private readonly TimeZoneInfo _timeZone;

    private readonly HashSet<DateOnly> _holidays = [];

    public LocalCalendar(TimeZoneInfo timeZone, IReadOnlyList<HolidayEntry> holidays)
    {
        _timeZone = timeZone;
        var exceptions = new Dictionary<DateOnly, bool>();
        foreach (var holiday in holidays)
        {
            for (var day = holiday.FirstDay; day <= holiday.LastDay; day = day.AddDays(1))
            {
                exceptions[day] = false;
                _holidays.Add(day);
            }

            foreach (var day in holiday.MakeUpDays)
            {
                exceptions[day] = true;
            }
        }

        Working = new WorkingCalendar(exceptions, WorkingHours.Usual);
    }

    public WorkingCalendar Working { get; }

    public TimeZoneInfo TimeZone => _timeZone;

    public bool IsHoliday(DateOnly day) => _holidays.Contains(day);

    public bool IsWeekend(DateOnly day) => !Working.IsWorking(day) && !IsHoliday(day);

    public DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, _timeZone).DateTime;

    /// <summary>The instant of a local time; an hour that the clock skips is moved on by an hour.</summary>
    public DateTimeOffset Instant(DateTime local)
    {
        var real = _timeZone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new DateTimeOffset(real, _timeZone.GetUtcOffset(real)).ToUniversalTime();
    }
}
