namespace GridMap.Core.Patrols;

/// <summary>What is to be done about the minutes that have gone by.</summary>
/// <param name="Minute">The minute to look at next, by its beginning; null while none is over.</param>
/// <param name="BeginsAnew">There was a gap: what was known before counts for nothing.</param>
public readonly record struct PresenceTurn(DateTimeOffset? Minute, bool BeginsAnew);

/// <summary>Which minute is looked at when: each once, in order, when it is over and what was fixed in it has come in.</summary>
public static class PresenceMinutes
{
    /// <summary>What is fixed in a minute may come in so much later.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>More than this nobody catches up with: while no server watched, nothing could be heard.</summary>
    public static readonly TimeSpan LongestGap = TimeSpan.FromMinutes(10);

    /// <param name="watchedUntil">The end of the last minute that was looked at; null if none ever was.</param>
    public static PresenceTurn Next(DateTimeOffset? watchedUntil, DateTimeOffset now)
    {
        var over = Floor(now - Grace);
        // A clock that was set back is a gap too.
        if (watchedUntil is not { } until || over - until > LongestGap || until - over > LongestGap)
        {
            return new PresenceTurn(over - TimeSpan.FromMinutes(1), BeginsAnew: true);
        }

        return new PresenceTurn(until < over ? until : null, BeginsAnew: false);
    }

    private static DateTimeOffset Floor(DateTimeOffset at) => new(at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerMinute, TimeSpan.Zero);
}
