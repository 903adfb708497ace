using GridMap.Core.Geography;
using GridMap.Core.Patrols;

namespace GridMap.Core.Tests.Patrols;

public sealed class FixRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 3, 10, 0, 0, TimeSpan.FromHours(8));
    private static readonly FixLimits Limits = new();
    private static readonly Fix Last = new(new Position(113, 40), Now);

    [Theory]
    [InlineData(300, null, false)]
    [InlineData(301, null, true)]
    [InlineData(-86_400, null, false)]
    [InlineData(-86_401, FixFilter.Stale, false)]
    public void Five_minutes_ahead_and_a_day_behind_are_the_limits(int seconds, FixFilter? filter, bool isRefused)
    {
        var verdict = FixRules.CheckTime(Last with { At = Now.AddSeconds(seconds) }, Now, Limits);
        Assert.Equal(filter, verdict.Filter);
        Assert.Equal(isRefused ? "FIX_IN_THE_FUTURE" : null, verdict.Refusal?.Code);
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(0, FixFilter.Duplicate)]
    [InlineData(-1, FixFilter.OutOfOrder)]
    public void A_patrol_never_moves_backwards_in_time(int seconds, FixFilter? filter) =>
        Assert.Equal(filter, FixRules.CheckOrder(Last with { At = Now.AddSeconds(seconds) }, Last).Filter);

    [Theory]
    // One degree of latitude is 111 km.
    [InlineData(0.0015, 1, null)]
    [InlineData(0.01, 1, FixFilter.Teleport)]
    [InlineData(0.01, 60, null)]
    [InlineData(1, 60, FixFilter.Teleport)]
    [InlineData(1, 3600, null)]
    // One that comes late is held against the same distance.
    [InlineData(0.01, -60, null)]
    [InlineData(1, -60, FixFilter.Teleport)]
    public void How_far_a_patrol_can_be_depends_on_the_time(double degreesNorth, int seconds, FixFilter? filter) => Assert.Equal(
        filter,
        FixRules.CheckMovement(new Fix(new Position(113, 40 + degreesNorth), Now.AddSeconds(seconds)), Last, Limits).Filter);

    [Fact]
    public void The_first_fix_has_nothing_to_be_compared_with()
    {
        Assert.True(FixRules.CheckOrder(Last, null).IsPassed);
        Assert.True(FixRules.CheckMovement(Last, null, Limits).IsPassed);
    }

    [Fact]
    public void A_receiver_without_satellites_and_one_that_only_guesses_are_filtered()
    {
        Assert.Equal(FixFilter.NoFix, FixRules.CheckReceiver(Last with { Position = new Position(0, 0) }).Filter);
        Assert.Equal(FixFilter.Inaccurate, FixRules.CheckAccuracy(Last with { AccuracyMeters = 501 }, Limits).Filter);
        Assert.True(FixRules.CheckAccuracy(Last, Limits).IsPassed);
    }

    [Fact]
    public void What_the_receiver_did_not_know_is_said_before_how_far_it_seems_to_be()
    {
        Assert.Equal(FixFilter.NoFix, FixRules.CheckPlausibility(Last with { Position = new Position(0, 0) }, Last, Limits).Filter);
        Assert.Equal(FixFilter.Inaccurate, FixRules.CheckPlausibility(Last with { Position = new Position(110, 40), AccuracyMeters = 900 }, Last, Limits).Filter);
        Assert.Equal(FixFilter.Teleport, FixRules.CheckPlausibility(Last with { Position = new Position(110, 40) }, Last, Limits).Filter);
        Assert.True(FixRules.CheckPlausibility(Last, Last, Limits).IsPassed);
    }

    [Fact]
    public void Every_filter_has_a_name_of_its_own() => Assert.Equal(
        Enum.GetValues<FixFilter>().Length, Enum.GetValues<FixFilter>().Select(FixFilters.Name).Distinct().Count());
}
