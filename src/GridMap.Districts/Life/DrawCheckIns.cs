namespace GridMap.Districts.Life;

/// <summary>A year of visits to the patrol points, by patrols of the grid while they are on duty.</summary>
public sealed class DrawCheckIns(LifePlace place, PatrolPointRules rules, IReadOnlyList<PatrolPointRow> points, DutyLookup duty, LocalCalendar calendar)
{
    private const int DaysBack = 365;

    private readonly Chance _chance = new(place.Seed, "check-ins");

    public IEnumerable<CheckInRow> Run()
    {
        var today = calendar.Local(place.Now).Date;
        return points.SelectMany(point => Visits(point, today));
    }

    private IEnumerable<CheckInRow> Visits(PatrolPointRow point, DateTime today)
    {
        var days = point.RequiredPer switch
        {
            "day" => 1,
            "week" => 7,
            "month" => 30,
            _ => throw new InvalidOperationException($"A patrol point is due per {point.RequiredPer}."),
        };
        // Some points are cared for better than others: the rate of a point stays with it.
        var done = Math.Min(1, rules.Done * _chance.LogNormal(1, 0.06));
        for (var back = DaysBack; back > 0; back -= days)
        {
            for (var visit = 0; visit < point.RequiredVisits; visit++)
            {
                var day = today.AddDays(-back + _chance.Below(days) + 1);
                if (_chance.Happens(done) && Visit(point, day) is { } row && row.CheckedAt < place.Now)
                    yield return row;
            }
        }
    }

    private CheckInRow? Visit(PatrolPointRow point, DateTime day)
    {
        var shifts = duty.Shifts(point.GridId);
        if (shifts.Count == 0)
            return null;

        var shift = shifts[_chance.Below(shifts.Count)];
        var weekday = (short)DutyLookup.IsoWeekday(day);
        for (var tries = 0; tries < shifts.Count && Array.IndexOf(shift.Weekdays, weekday) < 0; tries++)
        {
            shift = shifts[_chance.Below(shifts.Count)];
        }

        var worked = Array.IndexOf(shift.Weekdays, weekday) >= 0 ? day : day.AddDays(-((weekday - shift.Weekdays[0] + 7) % 7));
        var local = worked + shift.StartsAt.ToTimeSpan() + TimeSpan.FromMinutes(12 + 440 * _chance.Share());
        return new CheckInRow(point.Id, shift.PatrolId, calendar.Instant(local), (float)Math.Min(45, _chance.LogNormal(7, 0.6)));
    }
}
