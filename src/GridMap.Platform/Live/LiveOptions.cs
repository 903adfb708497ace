namespace GridMap.Platform.Live;

/// <summary>Limits and rhythms of the live feed.</summary>
public sealed record LiveOptions
{
    public int MaxConnections { get; init; } = 5_000;

    /// <summary>Batches a connection may lag behind before it is told to resync.</summary>
    public int MailboxBatches { get; init; } = 64;

    public long MailboxBytes { get; init; } = 2 << 20;

    public int ReadLimit { get; init; } = 500;

    /// <summary>A client that missed more changes than this is quicker to read the current state.</summary>
    public int CatchUpLimit { get; init; } = 10_000;

    public TimeSpan Tick { get; init; } = TimeSpan.FromMilliseconds(100);

    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(2);

    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>After each batch what is written is gathered for so long: a storm of changes is a few large batches, and a single one is told at once.</summary>
    public TimeSpan Rest { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Pause before a change behind a running transaction is looked for again.</summary>
    public TimeSpan UnsettledPause { get; init; } = TimeSpan.FromMilliseconds(10);

    public TimeSpan FirstRetryPause { get; init; } = TimeSpan.FromMilliseconds(100);

    public TimeSpan LongestRetryPause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Heartbeats stop when the log has not been read for so long: a feed that hears nothing must not say that it is live.</summary>
    public TimeSpan DeafAfter { get; init; } = TimeSpan.FromSeconds(4);

    public TimeSpan PruneEvery { get; init; } = TimeSpan.FromMinutes(10);

    public TimeSpan KeepChangesFor { get; init; } = TimeSpan.FromHours(24);

    public int KeepChangesAtMost { get; init; } = 500_000;
}
