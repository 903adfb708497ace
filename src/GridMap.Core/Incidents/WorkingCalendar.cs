namespace GridMap.Core.Incidents;

/// <summary>The hours an office works on a working day, in the place's local time.</summary>
public sealed record WorkingHours(TimeOnly OpensAt, TimeOnly ClosesAt)
{
    public static WorkingHours Usual { get; } = new(new TimeOnly(8, 30), new TimeOnly(17, 30));

    public TimeSpan PerDay => ClosesAt - OpensAt;
}

/// <summary>Which days are worked: Monday to Friday, except for the days the calendar lists (public holidays and make-up days).</summary>
public sealed class WorkingCalendar(IReadOnlyDictionary<DateOnly, bool> exceptions, WorkingHours hours)
{
    // Far beyond any run of holidays: a calendar in which nothing is ever worked must not spin for ever.
    private const int MostIdleDays = 60;

    public WorkingHours Hours { get; } = hours;

    public bool IsWorking(DateOnly day) =>
        exceptions.TryGetValue(day, out var isWorking) ? isWorking : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The local time at which so much working time has passed since a local time. Time outside working hours does not count.</summary>
    public DateTime Add(DateTime local, TimeSpan workingTime)
    {
        var day = DateOnly.FromDateTime(local);
        var from = TimeOnly.FromDateTime(local);
        var left = workingTime;
        for (var idle = 0; idle < MostIdleDays; idle++, day = day.AddDays(1), from = TimeOnly.MinValue)
        {
            var begins = from > Hours.OpensAt ? from : Hours.OpensAt;
            if (!IsWorking(day) || begins >= Hours.ClosesAt)
            {
                continue;
            }

            var available = Hours.ClosesAt - begins;
            if (left <= available)
            {
                return day.ToDateTime(begins) + left;
            }

            left -= available;
            idle = 0;
        }

        throw new ArgumentException($"No working day within {MostIdleDays} days of {day:O}.", nameof(local));
    }

    /// <summary>The last local time from which so much working time passes until a local time.</summary>
    public DateTime Subtract(DateTime local, TimeSpan workingTime)
    {
        var day = DateOnly.FromDateTime(local);
        var until = TimeOnly.FromDateTime(local);
        var left = workingTime;
        for (var idle = 0; idle < MostIdleDays; idle++, day = day.AddDays(-1), until = TimeOnly.MaxValue)
        {
            var ends = until < Hours.ClosesAt ? until : Hours.ClosesAt;
            if (!IsWorking(day) || ends <= Hours.OpensAt)
            {
                continue;
            }

            var available = ends - Hours.OpensAt;
            if (left <= available)
            {
                return day.ToDateTime(ends) - left;
            }

            left -= available;
            idle = 0;
        }

        throw new ArgumentException($"No working day within {MostIdleDays} days before {day:O}.", nameof(local));
    }

    /// <summary>The working time that passes from a local time until a later one.</summary>
    public TimeSpan Between(DateTime from, DateTime until)
    {
        var passed = TimeSpan.Zero;
        for (var day = DateOnly.FromDateTime(from); day <= DateOnly.FromDateTime(until); day = day.AddDays(1))
        {
            var (opens, closes) = (day.ToDateTime(Hours.OpensAt), day.ToDateTime(Hours.ClosesAt));
            var (begins, ends) = (from > opens ? from : opens, until < closes ? until : closes);
            passed += IsWorking(day) && begins < ends ? ends - begins : TimeSpan.Zero;
        }

        return passed;
    }
}
