using GridMap.Core.Access;

namespace GridMap.Platform.Live;

/// <summary>Loads the current state of things as JSON by id, once per batch. An id that is missing in the answer is gone.</summary>
public delegate Task<IReadOnlyDictionary<string, string>> LoadCurrentState(IReadOnlyList<string> ids, CancellationToken cancellationToken);

/// <summary>Something a client can follow who has the permission for it. Without `Load`, its items say only that something changed.</summary>
public sealed record LiveTopic(string Name, Permission Needs, LoadCurrentState? Load = null);

/// <summary>Items that follow from changes of other topics, such as tiles to drop. Pure: it is also asked while a client catches up.</summary>
public sealed record LiveDerivation(Func<IReadOnlyList<Change>, IEnumerable<ChangeItem>> Derive);

/// <summary>Called in this process with every batch of changes before any client is told, in order and once.</summary>
public sealed record ChangeConsumer(Func<IReadOnlyList<Change>, CancellationToken, ValueTask> Consume)
{
    /// <summary>Called when the log is followed from a new place on: changes before it may have been missed.</summary>
    public Action? StartOver { get; init; }
}
