using System.Collections.Concurrent;

namespace GridMap.Platform.Live;

/// <summary>The topics a connection follows, as one bit each.</summary>
public readonly record struct TopicSelection(ulong Bits)
{
    public static TopicSelection All { get; } = new(ulong.MaxValue);

    public bool Contains(int topic) => (Bits & (1UL << topic)) != 0;
}

/// <summary>An encoded item, the bit number of its topic, and the grid it lies in.</summary>
public readonly record struct BatchItem(int Topic, int? GridId, ReadOnlyMemory<byte> Json)
{
    /// <summary>What changed, without its state; null for what follows from a whole batch.</summary>
    public Fact? Fact { get; init; }
}

/// <summary>Consecutive changes with their current state, encoded once and shared by every connection that follows the same.</summary>
public sealed class ChangeBatch
{
    private readonly ConcurrentDictionary<LiveInterest, LiveFrame?> _frames = new();
    private readonly IReadOnlyList<BatchItem> _items;
    private readonly ulong _present;

    /// <param name="end">Cursor after the last change.</param>
    /// <param name="items">Encoded items with the bit number of their topic and the grid they lie in.</param>
    public ChangeBatch(ChangeCursor end, IReadOnlyList<BatchItem> items)
    {
        End = end;
        _items = items;
        _present = items.Aggregate(0UL, (bits, item) => bits | (1UL << item.Topic));
        Bytes = items.Sum(item => item.Json.Length);
    }

    public ChangeCursor End { get; }

    public int Bytes { get; }

    /// <summary>The frame for this interest; null when the batch has nothing for it.</summary>
    // The number of frames follows the batch and the areas people work in, not the clients.
    public LiveFrame? FrameFor(LiveInterest interest) => _frames.GetOrAdd(interest.Within(_present), Encode);

    /// <summary>What this interest hears of the batch, one thing at a time.</summary>
    public IEnumerable<Fact> FactsFor(LiveInterest interest) =>
        _items.Where(item => item.Fact is not null && interest.Hears(item.Topic, item.GridId)).Select(item => item.Fact!);

    private LiveFrame? Encode(LiveInterest interest)
    {
        var wanted = _items.Where(item => interest.Hears(item.Topic, item.GridId)).Select(item => item.Json).ToList();
        return wanted.Count == 0 ? null : LiveFrames.Changes(End, wanted);
    }
}
