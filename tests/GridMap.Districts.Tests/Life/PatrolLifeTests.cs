using GridMap.Districts.Life;

namespace GridMap.Districts.Tests.Life;

public sealed class PatrolLifeTests(LivingTown town) : IClassFixture<LivingTown>
{
    [Fact]
    public void The_same_number_is_on_duty_at_every_hour_of_the_week()
    {
        var counts =
            from weekday in Enumerable.Range(1, 7)
            from halfHour in Enumerable.Range(0, 48)
            select town.Force.Shifts.Count(shift => DutyLookup.Covers(shift, weekday, new TimeOnly(halfHour / 2, halfHour % 2 * 30)));
        Assert.Equal([Math.Max(town.Rules.Patrols.FewestOnDuty, (int)Math.Round(town.Force.Patrols.Count * town.Rules.Patrols.OnDutyShare))], counts.Distinct());
    }

    [Theory]
    [InlineData(5_180, 606)]
    [InlineData(300, 66)]
    [InlineData(31_000, 3_627)]
    public void A_roster_of_any_size_holds_its_number_and_gives_nobody_more_than_six_shifts(int patrols, int onDuty)
    {
        string[] employments = ["full_time", "part_time", "auxiliary"];
        PatrolRow[] force = [.. Enumerable.Range(1, patrols).Select(id => new PatrolRow(id, $"gm-{id}", "", "grid_worker", employments[id % 3], [], 1))];
        var shifts = new ShiftRoster(town.Rules.Patrols).Fill(force, onDuty, new Chance(1, "roster")).ToArray();
        var perDay = shifts.SelectMany(shift => shift.Weekdays.Select(weekday => (shift.StartsAt, weekday))).CountBy(cell => cell).Select(cell => cell.Value);
        Assert.All(perDay, count => Assert.InRange(count, onDuty / 3, onDuty / 3 + 1));
        Assert.Equal(onDuty * 21, shifts.Sum(shift => shift.Weekdays.Length));
        Assert.All(shifts, shift => Assert.InRange(shift.Weekdays.Length, 1, 6));
        Assert.Equal(shifts.Length, shifts.DistinctBy(shift => shift.PatrolId).Count());
    }

    [Fact]
    public void Every_grid_has_a_worker_and_every_tracker_an_id_of_its_own()
    {
        Assert.Empty(town.Place.Grids.Select(grid => grid.Id).Except(town.Force.Patrols.Where(patrol => patrol.Kind == "grid_worker").Select(patrol => patrol.GridId)));
        Assert.Equal("gm-000001", town.Force.Patrols[0].DeviceId);
        Assert.Equal(town.Force.Patrols.Count, town.Force.Patrols.DistinctBy(patrol => patrol.DeviceId).Count());
    }

    [Fact]
    public void Patrol_points_lie_in_their_grid_and_no_grid_has_the_same_one_twice()
    {
        Assert.All(town.Points, point => Assert.Equal(point.GridId, town.Place.Locator.Find(point.Position)));
        Assert.Equal(town.Points.Count, town.Points.DistinctBy(point => (point.GridId, point.Name)).Count());
        Assert.InRange(town.Points.Count, 2 * town.Place.Grids.Count, 4 * town.Place.Grids.Count);
    }

    [Fact]
    public void Check_ins_are_made_on_duty_in_the_past_year()
    {
        var shifts = town.Force.Shifts.ToDictionary(shift => shift.PatrolId);
        Assert.All(town.CheckIns, checkIn =>
        {
            var local = town.Calendar.Local(checkIn.CheckedAt);
            Assert.True(DutyLookup.Covers(shifts[checkIn.PatrolId], DutyLookup.IsoWeekday(local), TimeOnly.FromDateTime(local)));
            Assert.InRange(checkIn.CheckedAt, LivingTown.Now.AddDays(-375), LivingTown.Now);
        });
    }

    [Fact]
    public void Points_are_visited_about_as_often_as_required()
    {
        var visits = town.CheckIns.CountBy(checkIn => checkIn.PatrolPointId).ToDictionary();
        var weekly = town.Points.Where(point => point is { RequiredPer: "week", RequiredVisits: 1 }).ToArray();
        Assert.InRange(weekly.Average(point => visits.GetValueOrDefault(point.Id)), 44, 52);
    }
}
