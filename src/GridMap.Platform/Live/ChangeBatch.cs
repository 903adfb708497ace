using System.Collections.Concurrent;

namespace GridMap.Platform.Live;

/// <summary>The topics a connection follows, as one bit each.</summary>
public readonly record struct TopicSelection(ulong Bits)
{
    public static TopicSelection All { get; } = new(ulong.MaxValue);

    public bool Contains(int topic) => (Bits & (1UL << topic)) != 0;
}

/// <summary>Consecutive changes with their current state, encoded once and shared by every connection that follows the same topics.</summary>
public sealed class ChangeBatch
{
    private readonly ConcurrentDictionary<TopicSelection, LiveFrame?> _frames = new();
    private readonly IReadOnlyList<(int Topic, ReadOnlyMemory<byte> Json)> _items;
    private readonly ulong _present;

    /// <param name="end">Cursor after the last change.</param>
    /// <param name="items">Encoded items with the bit number of their topic.</param>
    public ChangeBatch(ChangeCursor end, IReadOnlyList<(int Topic, ReadOnlyMemory<byte> Json)> items)
    {
        End = end;
        _items = items;
        _present = items.Aggregate(0UL, (bits, item) => bits | (1UL << item.Topic));
        Bytes = items.Sum(item => item.Json.Length);
    }

    public ChangeCursor End { get; }

    public int Bytes { get; }

    /// <summary>The frame for these topics; null when the batch has nothing for them.</summary>
    // Selections that differ only in topics this batch has nothing of share a frame: its number follows the batch, not the clients.
    public LiveFrame? FrameFor(TopicSelection topics) => _frames.GetOrAdd(new TopicSelection(topics.Bits & _present), Encode);

    private LiveFrame? Encode(TopicSelection topics)
    {
        var wanted = _items.Where(item => topics.Contains(item.Topic)).Select(item => item.Json).ToList();
        return wanted.Count == 0 ? null : LiveFrames.Changes(End, wanted);
    }
}
