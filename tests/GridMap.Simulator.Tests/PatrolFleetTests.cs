using NetTopologySuite.Geometries;

namespace GridMap.Simulator.Tests;

public sealed class PatrolFleetTests
{
    private static readonly RoadGraph Street = new(
        [RoadEdge.Parse("""[1, 1, 2, "residential", null, 1, [1133000000, 400800000, 1133010000, 400800000]]""")]);

    private static readonly DateTimeOffset Now = new(2026, 5, 1, 8, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void Every_patrol_gets_its_turn()
    {
        var fleet = new PatrolFleet(Street, 1);
        fleet.Follow([new(1, "grid_worker", 1), new(2, "team", 1), new(3, "vehicle", 1)], Now);
        var ids = Enumerable.Range(0, 6).Select(_ => fleet.NextFix(Now)!.PatrolId).ToArray();
        Assert.Equal([1, 1, 2, 2, 3, 3], ids.Order());
    }

    [Fact]
    public void Who_goes_off_duty_sends_no_more()
    {
        var fleet = new PatrolFleet(Street, 1);
        fleet.Follow([new(1, "grid_worker", 1), new(2, "team", 1)], Now);
        fleet.Follow([new(2, "team", 1)], Now);
        Assert.Equal(2, fleet.NextFix(Now)!.PatrolId);
        Assert.Equal(2, fleet.NextFix(Now)!.PatrolId);
    }

    [Fact]
    public void Nobody_on_duty_sends_nothing() => Assert.Null(new PatrolFleet(Street, 1).NextFix(Now));

    [Fact]
    public void Who_is_sent_is_not_free_until_released()
    {
        var fleet = new PatrolFleet(Street, 1);
        fleet.Follow([new(1, "grid_worker", 1)], Now);
        var there = new Coordinate(113.3005, 40.08);
        Assert.Equal(1, fleet.FindFree(there, 500));
        Assert.Null(fleet.FindFree(new Coordinate(114, 40.08), 500));
        Assert.True(fleet.Send(1, there, 4));
        Assert.Null(fleet.FindFree(there, 500));
        fleet.NextFix(Now.AddSeconds(60));
        Assert.True(fleet.HasArrived(1));
        fleet.Release(1);
        Assert.Equal(1, fleet.FindFree(there, 500));
        Assert.False(fleet.Send(2, there, 4));
    }
}
