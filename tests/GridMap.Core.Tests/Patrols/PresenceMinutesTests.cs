using GridMap.Core.Patrols;

namespace GridMap.Core.Tests.Patrols;

public sealed class PresenceMinutesTests
{
    private static readonly DateTimeOffset Midnight = new(2026, 6, 3, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 4, null)]
    [InlineData(0, 5, -1)]
    [InlineData(0, 59, -1)]
    [InlineData(1, 5, -1)]
    public void A_minute_is_looked_at_when_it_is_over_and_its_fixes_have_come_in(int minute, int second, int? expected)
    {
        var turn = PresenceMinutes.Next(Midnight.AddMinutes(-1), Midnight.AddMinutes(minute).AddSeconds(second));
        Assert.Equal(expected is { } next ? Midnight.AddMinutes(next) : null, turn.Minute);
        Assert.False(turn.BeginsAnew);
    }

    [Fact]
    public void Minutes_follow_each_other_without_gap_or_repetition_over_midnight()
    {
        DateTimeOffset? until = Midnight.AddMinutes(-3);
        var seen = new List<DateTimeOffset>();
        while (PresenceMinutes.Next(until, Midnight.AddMinutes(2).AddSeconds(30)) is { Minute: { } minute })
        {
            seen.Add(minute);
            until = minute.AddMinutes(1);
        }

        Assert.Equal(Enumerable.Range(-3, 5).Select(i => Midnight.AddMinutes(i)), seen);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(-11)]
    [InlineData(11)]
    public void After_a_gap_watching_begins_anew_with_the_last_minute(int? minutes)
    {
        var now = Midnight.AddSeconds(30);
        var turn = PresenceMinutes.Next(minutes is { } some ? Midnight.AddMinutes(some) : null, now);
        Assert.Equal(new PresenceTurn(Midnight.AddMinutes(-1), BeginsAnew: true), turn);
    }

    [Theory]
    [InlineData(-10, -10)]
    [InlineData(1, null)]
    public void A_short_gap_is_caught_up_with_and_a_clock_that_was_set_back_a_little_waits(int minutes, int? expected)
    {
        var turn = PresenceMinutes.Next(Midnight.AddMinutes(minutes), Midnight.AddSeconds(30));
        Assert.Equal(new PresenceTurn(expected is { } next ? Midnight.AddMinutes(next) : null, BeginsAnew: false), turn);
    }
}
