using System.Globalization;
using GridMap.Districts.Life;

namespace GridMap.Districts.Tests.Life;

public sealed class IncidentLifeTests(LivingTown town) : IClassFixture<LivingTown>
{
    private static readonly string[] Ended = ["closed", "voided"];

    [Fact]
    public void Steps_follow_each_other_and_never_go_back_in_time() => Assert.All(town.Incidents, incident =>
    {
        Assert.Equal((null, "reported", incident.ReportedAt), (incident.Steps[0].From, incident.Steps[0].To, incident.Steps[0].At));
        Assert.Equal(incident.Step, incident.Steps[^1].To);
        foreach (var (before, after) in incident.Steps.Zip(incident.Steps.Skip(1)))
        {
            Assert.Equal(before.To, after.From);
            Assert.True(before.At < after.At, incident.Number);
        }
    });

    [Fact]
    public void Closed_means_closed_at_the_last_step() =>
        Assert.All(town.Incidents, incident => Assert.Equal(incident.Step == "closed" ? incident.Steps[^1].At : null, incident.ClosedAt));

    [Fact]
    public void Nothing_has_happened_that_has_not_happened_yet() => Assert.All(town.Incidents, incident =>
    {
        Assert.InRange(incident.ReportedAt, LivingTown.Now.AddDays(-365), LivingTown.Now);
        Assert.True(incident.Steps[^1].At <= LivingTown.Now);
        Assert.True(incident.OnSceneAt is null || incident.OnSceneAt <= LivingTown.Now);
        Assert.True(incident.Order?.FinishedAt is null || incident.Order.FinishedAt <= LivingTown.Now);
    });

    [Fact]
    public void Every_incident_lies_in_its_grid() =>
        Assert.All(town.Incidents, incident => Assert.Equal(incident.GridId, town.Place.Locator.Find(incident.Position)));

    [Fact]
    public void Numbers_count_on_through_the_days_of_the_place() => Assert.All(town.Incidents.Index(), entry =>
    {
        var day = town.Calendar.Local(entry.Item.ReportedAt).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        Assert.Equal($"{day}-{entry.Index + 1:000000}", entry.Item.Number);
    });

    [Fact]
    public void Who_is_sent_is_on_duty_when_sent()
    {
        var shifts = town.Force.Shifts.ToDictionary(shift => shift.PatrolId);
        Assert.All(town.Incidents.Where(incident => incident.Order is not null), incident =>
        {
            var local = town.Calendar.Local(incident.Order!.AssignedAt);
            Assert.True(DutyLookup.Covers(shifts[incident.Order.PatrolId], DutyLookup.IsoWeekday(local), TimeOnly.FromDateTime(local)), incident.Number);
        });
    }

    [Fact]
    public void Nearly_all_are_closed_most_in_time_and_some_are_open()
    {
        var open = town.Incidents.Count(incident => !Ended.Contains(incident.Step));
        var closed = town.Incidents.Where(incident => incident.Step == "closed").ToArray();
        Assert.InRange(open, 20, 150);
        Assert.InRange((double)closed.Length / (town.Incidents.Count - open), 0.985, 1);
        Assert.InRange(closed.Count(incident => incident.ClosedAt <= incident.DueAt) / (double)closed.Length, 0.92, 0.995);
    }

    [Fact]
    public void The_year_has_its_rhythm()
    {
        var hours = town.Incidents.CountBy(incident => town.Calendar.Local(incident.ReportedAt).Hour).ToDictionary();
        Assert.True(hours[8] + hours[18] > 5 * (hours[2] + hours[3]));

        var cold = town.Incidents.Where(incident => incident.ClassCode == "22203").Select(incident => town.Calendar.Local(incident.ReportedAt).Month).ToArray();
        Assert.NotEmpty(cold);
        Assert.All(cold, month => Assert.Contains(month, new[] { 10, 11, 12, 1, 2, 3, 4 }));
    }

    [Fact]
    public void Some_grids_are_hot_spots()
    {
        var counts = town.Incidents.CountBy(incident => incident.GridId).Select(grid => grid.Value).OrderDescending().ToArray();
        Assert.True(counts[0] > 2.5 * town.Incidents.Count / town.Place.Grids.Count);
    }

    [Fact]
    public void Every_text_is_whole()
    {
        Assert.All(town.Incidents, incident =>
        {
            Assert.DoesNotContain('{', incident.Description);
            Assert.NotEmpty(incident.Address);
        });
        Assert.Equal(LifeRules.LoadIncidentPatterns().Classes.Select(pattern => pattern.Code).Order(), town.Incidents.Select(incident => incident.ClassCode).Distinct().Order());
    }

    [Fact]
    public void The_same_seed_and_instant_draw_the_same_life()
    {
        var again = new LivingTown();
        Assert.Equal(Told(town), Told(again));
        Assert.Equal(town.CheckIns, again.CheckIns);
        Assert.Equal(town.Wishes, again.Wishes);
    }

    private static IEnumerable<string> Told(LivingTown town) => town.Incidents.Select(incident =>
        $"{incident.Id} {incident.Number} {incident.Description} {incident.Address} {incident.Position} {string.Join(';', incident.Steps)} {incident.Order}");
}
