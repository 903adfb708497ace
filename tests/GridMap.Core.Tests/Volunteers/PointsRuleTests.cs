using GridMap.Core.Geography;
using GridMap.Core.Volunteers;

namespace GridMap.Core.Tests.Volunteers;

public sealed class PointsRuleTests
{
    private static readonly PointsRule First = new("1", new DateOnly(2026, 1, 1), 15, 10, 2, [20, 60, 150, 300, 600]);
    private static readonly PointsRule Second = First with { Version = "2", EffectiveFrom = new DateOnly(2026, 7, 1), PointsPerWish = 12 };
    private static readonly DateTimeOffset Starts = new(2026, 6, 3, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly DateTimeOffset Ends = Starts.AddHours(2);
    private static readonly Position Place = new(113.005, 40.005);

    [Theory]
    [InlineData("2025-12-31", null)]
    [InlineData("2026-01-01", "1")]
    [InlineData("2026-06-30", "1")]
    [InlineData("2026-07-01", "2")]
    public void The_rule_in_force_is_the_last_that_has_begun(string day, string? version) =>
        Assert.Equal(version, PointsRule.On(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), [Second, First])?.Version);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(29, 1)]
    [InlineData(30, 2)]
    [InlineData(120, 8)]
    public void Service_earns_whole_points_and_at_least_one(int minutes, int points) => Assert.Equal(points, First.ForService(minutes));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(19, 0)]
    [InlineData(20, 1)]
    [InlineData(599, 4)]
    [InlineData(600, 5)]
    [InlineData(9999, 5)]
    public void Stars_are_reached_at_their_points(int points, int stars) => Assert.Equal(stars, First.StarsFor(points));

    [Fact]
    public void Only_the_best_rating_earns_more() => Assert.Equal((0, 2), (First.ForRating(4), First.ForRating(5)));

    [Theory]
    [InlineData(-31, true, 113.005, "ACTIVITY_NOT_BEGUN")]
    [InlineData(-30, true, 113.005, null)]
    [InlineData(119, true, 113.005, null)]
    [InlineData(120, true, 113.005, "ACTIVITY_OVER")]
    [InlineData(10, false, 113.005, "NOT_SIGNED_UP")]
    [InlineData(10, true, 113.0073, null)]
    [InlineData(10, true, 113.0075, "CHECK_IN_TOO_FAR")]
    public void One_is_there_in_time_and_near(int minute, bool isSignedUp, double longitude, string? code) => Assert.Equal(
        code,
        ActivityRules.FindCheckInRefusal((Starts, Ends, Place), isSignedUp, new Position(longitude, 40.005), Starts.AddMinutes(minute))?.Code);

    [Theory]
    [InlineData(-10, 60, 60)]
    [InlineData(30, 60, 30)]
    [InlineData(30, 200, 90)]
    [InlineData(30, 20, 0)]
    public void Minutes_run_from_check_in_and_start_to_finish_and_end(int checkedIn, int finished, int minutes) =>
        Assert.Equal(minutes, ActivityRules.MinutesOf((Starts, Ends), Starts.AddMinutes(checkedIn), Starts.AddMinutes(finished)));

    [Fact]
    public void What_has_not_started_cannot_be_finished()
    {
        Assert.Equal("ACTIVITY_NOT_BEGUN", ActivityRules.FindFinishRefusal(Starts, Starts.AddTicks(-1))?.Code);
        Assert.Null(ActivityRules.FindFinishRefusal(Starts, Starts));
    }
}
