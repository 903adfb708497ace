namespace GridMap.Server.Patrols;

/// <summary>How a grid stands to the patrols that should be in it.</summary>
public enum GridWatchState
{
    OffWatch,
    Awaited,
    Present,
    Absent,
}

/// <summary>Whether a patrol is in a grid, and since when not.</summary>
public sealed record GridWatch
{
    public required int GridId { get; init; }

    public required GridWatchState State { get; init; }

    public DateTimeOffset? OnWatchSince { get; init; }

    public DateTimeOffset? PresentAt { get; init; }

    public DateTimeOffset? AbsentSince => State == GridWatchState.Absent && OnWatchSince is { } since ? (PresentAt > since ? PresentAt : since) : null;
}

/// <summary>Minutes on watch, and of those the ones with a patrol.</summary>
public sealed record Presence(int PresentMinutes, int WatchedMinutes)
{
    public static Presence None { get; } = new(0, 0);

    public double? Value => WatchedMinutes == 0 ? null : (double)PresentMinutes / WatchedMinutes;
}
