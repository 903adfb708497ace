namespace GridMap.Districts.Life;

/// <summary>Who is on duty where at a local time.</summary>
public sealed class DutyLookup
{
    private const int HoursPerWeek = 168;

    private readonly Dictionary<int, List<ShiftRow>> _ofGrid = [];

    private readonly Dictionary<int, List<ShiftRow>> _ofCommunity = [];

    private readonly Dictionary<int, int> _communityOfGrid;

    private readonly List<int>[] _ofHour = [.. Enumerable.Range(0, HoursPerWeek).Select(_ => new List<int>())];

    public DutyLookup(LifePlace place, PatrolForce force)
    {
        _communityOfGrid = place.Grids.ToDictionary(grid => grid.Id, grid => grid.CommunityId);
        var gridOfPatrol = force.Patrols.ToDictionary(patrol => patrol.Id, patrol => patrol.GridId);
        foreach (var shift in force.Shifts)
        {
            var grid = gridOfPatrol[shift.PatrolId];
            Add(_ofGrid, grid, shift);
            Add(_ofCommunity, _communityOfGrid[grid], shift);
            for (var hour = 0; hour < HoursPerWeek; hour++)
            {
                if (Covers(shift, hour / 24 + 1, new TimeOnly(hour % 24, 30)))
                    _ofHour[hour].Add(shift.PatrolId);
            }
        }
    }

    /// <summary>A patrol on duty in the grid, else in its community, else anywhere.</summary>
    public int Find(int gridId, DateTime local, Chance chance) =>
        OnDuty(_ofGrid.GetValueOrDefault(gridId), local, chance)
        ?? OnDuty(_ofCommunity.GetValueOrDefault(_communityOfGrid[gridId]), local, chance)
        ?? chance.Pick(_ofHour[(IsoWeekday(local) - 1) * 24 + local.Hour]);

    /// <summary>The shifts of the patrols of a grid.</summary>
    public IReadOnlyList<ShiftRow> Shifts(int gridId) => _ofGrid.TryGetValue(gridId, out var shifts) ? shifts : [];

    public static int IsoWeekday(DateTime local) => local.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)local.DayOfWeek;

    private static int? OnDuty(List<ShiftRow>? shifts, DateTime local, Chance chance)
    {
        if (shifts is null)
            return null;

        var (weekday, time) = (IsoWeekday(local), TimeOnly.FromDateTime(local));
        var first = chance.Below(shifts.Count);
        for (var i = 0; i < shifts.Count; i++)
        {
            var shift = shifts[(first + i) % shifts.Count];
            if (Covers(shift, weekday, time))
                return shift.PatrolId;
        }

        return null;
    }

    /// <summary>As `on_duty_patrols` in the database: an end at or before the start means the next day.</summary>
    public static bool Covers(ShiftRow shift, int weekday, TimeOnly time)
    {
        if (shift.StartsAt < shift.EndsAt)
            return Array.IndexOf(shift.Weekdays, (short)weekday) >= 0 && time >= shift.StartsAt && time < shift.EndsAt;

        var yesterday = weekday == 1 ? 7 : weekday - 1;
        return (time >= shift.StartsAt && Array.IndexOf(shift.Weekdays, (short)weekday) >= 0)
            || (time < shift.EndsAt && Array.IndexOf(shift.Weekdays, (short)yesterday) >= 0);
    }

    private static void Add(Dictionary<int, List<ShiftRow>> lists, int key, ShiftRow shift)
    {
        if (!lists.TryGetValue(key, out var list))
            lists[key] = list = [];
        list.Add(shift);
    }
}
