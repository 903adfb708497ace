using GridMap.Core.Patrols;

namespace GridMap.Server.Patrols;

/// <summary>Limits and rhythms of the intake of positions.</summary>
public sealed record PatrolOptions
{
    public FixLimits Limits { get; init; } = new();

    public CheckInLimits CheckIns { get; init; } = new();

    public DispatchLimits Dispatch { get; init; } = new();

    /// <summary>Fixes that may wait for the database; more are turned away, to be sent again.</summary>
    public int QueueLength { get; init; } = 20_000;

    /// <summary>Fixes one request may carry.</summary>
    public int MostFixesInRequest { get; init; } = 1_000;

    public int LargestBatch { get; init; } = 4_000;

    /// <summary>From one commit to the next at least, unless a batch is full: what comes meanwhile goes together. A fix that comes alone does not wait.</summary>
    public TimeSpan CommitEvery { get; init; } = TimeSpan.FromMilliseconds(2);

    public TimeSpan RetryPause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Without a fix for so long, a patrol is silent and leaves the map.</summary>
    public TimeSpan SilentAfter { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How far back the latest positions are looked for at start.</summary>
    public TimeSpan RecallWindow { get; init; } = TimeSpan.FromMinutes(30);

    public TimeSpan WatchEvery { get; init; } = TimeSpan.FromSeconds(5);

    public TimeSpan RosterEvery { get; init; } = TimeSpan.FromMinutes(1);

    public int KeepFixesForDays { get; init; } = 30;

    /// <summary>Unknown devices that are answered 404 in a second; more are told to slow down.</summary>
    public int UnknownDevicesPerSecond { get; init; } = 100;
}
