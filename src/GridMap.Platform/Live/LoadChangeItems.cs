using System.Data.Common;
using Microsoft.Extensions.Logging;

namespace GridMap.Platform.Live;

/// <summary>Gives changes their current state: one load per topic and batch, the last mention of each thing in each grid, in log order.</summary>
public sealed partial class LoadChangeItems(LiveTopics topics, IEnumerable<LiveDerivation> derivations, ILogger<LoadChangeItems> logger)
{
    public async Task<ChangeBatch> RunAsync(IReadOnlyList<Change> changes, ChangeCursor end, CancellationToken cancellationToken)
    {
        var last = KeepLastMentions(changes);
        var states = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var topic in last.Where(change => change.Operation == ChangeOperation.Upsert).GroupBy(change => change.Topic))
        {
            if (await FindStatesAsync(topic.Key, [.. topic.Select(change => change.EntityId)], cancellationToken) is { } found)
            {
                states[topic.Key] = found;
            }
        }

        var items = last.Select(change => Describe(change, states, end.Epoch)).Concat(derivations.SelectMany(derivation => derivation.Derive(changes)));
        return new ChangeBatch(end, [.. Encode(items)]);
    }

    private static List<Change> KeepLastMentions(IReadOnlyList<Change> changes)
    {
        // What moved to another grid is gone for those who watch the old one.
        var seen = new HashSet<(string, string, int?)>();
        return [.. changes.Reverse().Where(change => seen.Add((change.Topic, change.EntityId, change.GridId))).Reverse()];
    }

    private async Task<IReadOnlyDictionary<string, string>?> FindStatesAsync(
        string topic, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        if (topics.FindLoader(topic) is not { } load)
        {
            return null;
        }

        try
        {
            return await load(ids, cancellationToken);
        }
        catch (DbException fault) when (!fault.IsTransient && fault.SqlState is not null)
        {
            // One row that cannot be loaded must not stop the feed for everyone: its items go out without state.
            LogLoadFailed(topic, fault);
            return null;
        }
    }

    private static ChangeItem Describe(Change change, Dictionary<string, IReadOnlyDictionary<string, string>> states, Guid epoch)
    {
        if (change.Operation == ChangeOperation.Delete || !states.TryGetValue(change.Topic, out var loaded))
        {
            return Describe(change, change.Operation, null, epoch);
        }

        var operation = loaded.TryGetValue(change.EntityId, out var data) ? ChangeOperation.Upsert : ChangeOperation.Delete;
        return Describe(change, operation, data, epoch);
    }

    private static ChangeItem Describe(Change change, ChangeOperation operation, string? data, Guid epoch) =>
        new(change.Topic, change.EntityId, operation, data) { GridId = change.GridId, Cursor = new ChangeCursor(epoch, change.TransactionId, change.Sequence) };

    private IEnumerable<BatchItem> Encode(IEnumerable<ChangeItem> items) =>
        from item in items
        let bit = topics.FindBit(item.Topic)
        where bit is not null
        select new BatchItem(bit.Value, item.GridId, LiveFrames.Item(item))
        {
            Fact = item.Cursor is { } cursor ? new Fact(cursor, item.Id, item.Operation, item.GridId) : null,
        };

    [LoggerMessage(Level = LogLevel.Error, Message = "The current state of topic {Topic} could not be loaded.")]
    private partial void LogLoadFailed(string topic, Exception fault);
}
