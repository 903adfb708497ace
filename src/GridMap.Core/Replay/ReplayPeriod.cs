namespace GridMap.Core.Replay;

/// <summary>A period of the past that is played back (回放): from one instant on and before another, a day at most.</summary>
/// <param name="Within">The area it is about; null for the whole place.</param>
public sealed record ReplayPeriod(DateTimeOffset From, DateTimeOffset Until, int? Within = null)
{
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>How far the clock of who asks may be ahead.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(1);

    private static readonly Refusal TooLong = new("REPLAY_TOO_LONG", "Ask for at most 24 hours at a time.", "一次最多回放 24 小时。");

    private static readonly Refusal InTheFuture = new(
        "REPLAY_IN_THE_FUTURE", "What is to come cannot be played back: send an until that is not later than now.", "尚未发生的时段无法回放：until 不得晚于当前时间。");

    /// <summary>The period, or what is wrong with it. Both ends are told to the millisecond; more is cut off.</summary>
    public static Result<ReplayPeriod> Parse(DateTimeOffset from, DateTimeOffset until, int? within, DateTimeOffset now)
    {
        if (from >= until)
        {
            return Period.Inverted;
        }

        if (until - from > Longest)
        {
            return TooLong;
        }

        return until > now + ClockTolerance ? InTheFuture : new ReplayPeriod(Whole(from), Whole(until), within);
    }

    private static DateTimeOffset Whole(DateTimeOffset time) => DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());
}
