namespace GridMap.Platform.Live;

/// <summary>Whether a thing is there after a change, or gone.</summary>
public enum ChangeOperation
{
    Upsert,
    Delete,
}

/// <summary>West, south, east, north in degrees.</summary>
public readonly record struct Bounds(double West, double South, double East, double North);

/// <summary>One row of the change log: that something changed and where, not what it is now.</summary>
public sealed record Change(
    ulong TransactionId, long Sequence, string Topic, string EntityId, ChangeOperation Operation, int? GridId, Bounds? Bounds);

/// <summary>What a client is told of one change; `Data` is the current state as JSON, where the topic has a payload.</summary>
public sealed record ChangeItem(string Topic, string Id, ChangeOperation Operation, string? Data)
{
    /// <summary>The grid it lies in, when it lies in one.</summary>
    public int? GridId { get; init; }

    /// <summary>The cursor after it; null for what follows from a whole batch.</summary>
    public ChangeCursor? Cursor { get; init; }
}
