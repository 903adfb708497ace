using GridMap.Core.Geography;
using GridMap.Core.Patrols;

namespace GridMap.Core.Tests.Patrols;

public sealed class CheckInRulesTests
{
    private static readonly Position Point = new(113, 40);
    private static readonly DateTimeOffset Now = new(2026, 6, 3, 2, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, null)]
    [InlineData(0.00044, null)]
    [InlineData(0.00046, "CHECK_IN_TOO_FAR")]
    [InlineData(-0.00046, "CHECK_IN_TOO_FAR")]
    [InlineData(49, "CHECK_IN_TOO_FAR")]
    public void A_visit_is_made_within_fifty_metres_of_the_point(double degreesNorth, string? code) =>
        Assert.Equal(code, Judge(new Position(113, 40 + degreesNorth), Now).Refusal?.Code);

    [Theory]
    [InlineData(0, null)]
    [InlineData(5, null)]
    [InlineData(5.001, "CHECK_IN_IN_THE_FUTURE")]
    [InlineData(-12 * 60, null)]
    [InlineData((-12 * 60) - 0.001, "CHECK_IN_TOO_OLD")]
    public void A_visit_is_neither_of_the_future_nor_older_than_a_long_shift(double minutes, string? code) =>
        Assert.Equal(code, Judge(Point, Now.AddMinutes(minutes)).Refusal?.Code);

    [Fact]
    public void It_is_written_down_where_and_when_it_was()
    {
        var visit = Judge(new Position(113.0003, 40), Now.AddHours(-1)).Value;
        Assert.Equal(Now.AddHours(-1), visit.At);
        Assert.Equal(25.6, visit.DistanceMeters, 0.1);
    }

    [Fact]
    public void A_clock_that_is_ahead_does_not_put_a_visit_into_the_future() => Assert.Equal(Now, Judge(Point, Now.AddMinutes(3)).Value.At);

    [Fact]
    public void A_refusal_says_how_far_and_in_both_languages()
    {
        var refusal = Judge(new Position(113, 40.001), Now).Refusal!;
        Assert.Contains("111 m", refusal.Remedy, StringComparison.Ordinal);
        Assert.Contains("111 米", refusal.RemedyChinese, StringComparison.Ordinal);
    }

    private static Result<ProvedVisit> Judge(Position claimed, DateTimeOffset at) => CheckInRules.Judge(Point, claimed, at, Now, new CheckInLimits());
}
