using GridMap.Core.Replay;

namespace GridMap.Core.Tests.Replay;

public sealed class ReplayPeriodTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 3, 2, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-24, 0, null)]
    [InlineData(-900, -880, null)]
    [InlineData(0, 0, "PERIOD_INVERTED")]
    [InlineData(0, -1, "PERIOD_INVERTED")]
    [InlineData(-24.001, 0, "REPLAY_TOO_LONG")]
    [InlineData(-1, 0.02, "REPLAY_IN_THE_FUTURE")]
    [InlineData(1, 2, "REPLAY_IN_THE_FUTURE")]
    public void A_period_of_a_day_at_most_that_has_been_is_taken(double fromHours, double untilHours, string? refusal) =>
        Assert.Equal(refusal, ReplayPeriod.Parse(Now.AddHours(fromHours), Now.AddHours(untilHours), null, Now).Refusal?.Code);

    [Fact]
    public void The_ends_of_time_are_refused_and_no_fault()
    {
        Assert.Equal("REPLAY_TOO_LONG", ReplayPeriod.Parse(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, null, Now).Refusal!.Code);
        Assert.Equal("REPLAY_IN_THE_FUTURE", ReplayPeriod.Parse(DateTimeOffset.MaxValue.AddHours(-1), DateTimeOffset.MaxValue, null, Now).Refusal!.Code);
        Assert.Null(ReplayPeriod.Parse(DateTimeOffset.MinValue, DateTimeOffset.MinValue.AddHours(1), null, Now).Refusal);
    }
}
