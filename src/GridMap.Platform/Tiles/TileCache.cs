using System.Collections.Concurrent;
using NetTopologySuite.Geometries;

namespace GridMap.Platform.Tiles;

/// <summary>How much memory tiles may take, and how many are made at once.</summary>
public sealed record TileCacheLimits(long Bytes, int Makers)
{
    public const int DefaultMebibytes = 128;

    // So many that the database has work while answers are on their way, and so few that connections are left for everything else.
    private const int MostMakers = 16;
    private const int MakersPerProcessor = 2;

    public static TileCacheLimits OfMebibytes(int mebibytes) => new((long)mebibytes << 20, Math.Min(MostMakers, MakersPerProcessor * Environment.ProcessorCount));
}

/// <summary>
/// Made tiles in memory, least recently used ones leaving first (second-chance order).
/// One maker per tile however many ask; who stops waiting does not stop the maker; failures are not kept;
/// a tile invalidated while it is being made is handed to those who asked before and then forgotten.
/// </summary>
public sealed class TileCache(Func<TileLayer, TileCoordinate, Task<Tile>> make, TileCacheLimits limits)
{
    private readonly ConcurrentDictionary<ulong, TileSlot> _slots = new();

    private readonly LinkedList<TileSlot> _queue = new();

    private readonly Lock _admission = new();

    private long _bytes;

    public long SizeBytes => Interlocked.Read(ref _bytes);

    /// <summary>The tile if it is there already; never waits.</summary>
    public Tile? Find(TileLayer layer, TileCoordinate tile)
    {
        if (!_slots.TryGetValue(KeyOf(layer, tile), out var slot) || slot.Tile is not { } made)
        {
            return null;
        }

        slot.MarkRead();
        return made;
    }

    public async ValueTask<Tile> ReadAsync(TileLayer layer, TileCoordinate tile, CancellationToken cancellationToken)
    {
        if (Find(layer, tile) is { } made)
        {
            return made;
        }

        var fresh = new TileSlot(KeyOf(layer, tile));
        var slot = _slots.GetOrAdd(fresh.Key, fresh);
        // The first asker waits for the making itself, one change of threads less than those who come meanwhile.
        var making = slot == fresh ? MakeAsync(slot, layer, tile) : slot.Made.Task;
        return await making.WaitAsync(cancellationToken);
    }

    /// <summary>Forgets the tiles of a layer that a change within the bounds (WGS 84 degrees) may alter; without bounds, all of them. Returns how many.</summary>
    public int Invalidate(TileLayer layer, Envelope? bounds)
    {
        var ranges = Enumerable.Range(0, TileCoordinate.GreatestZoom + 1)
            .Select(zoom => TileRange.Covering(bounds ?? new Envelope(-180, 180, -90, 90), zoom))
            .ToArray();
        var count = 0;
        foreach (var (key, slot) in _slots)
        {
            var (number, tile) = Parts(key);
            if (number == layer.Number && ranges[tile.Zoom].Contains(tile))
            {
                Forget(slot);
                count++;
            }
        }

        return count;
    }

    /// <summary>Forgets everything, because changes may have been missed.</summary>
    public void Clear()
    {
        foreach (var slot in _slots.Values)
        {
            Forget(slot);
        }
    }

    // 5 bits of zoom, 22 each of column and row, the layer above them.
    private static ulong KeyOf(TileLayer layer, TileCoordinate tile) =>
        (ulong)layer.Number << 49 | (ulong)tile.Zoom << 44 | (ulong)tile.Column << 22 | (uint)tile.Row;

    private static (int Layer, TileCoordinate Tile) Parts(ulong key) =>
        ((int)(key >> 49), new TileCoordinate((int)(key >> 44 & 31), (int)(key >> 22 & 0x3FFFFF), (int)(key & 0x3FFFFF)));

    private async Task<Tile> MakeAsync(TileSlot slot, TileLayer layer, TileCoordinate coordinate)
    {
        try
        {
            var tile = await make(layer, coordinate);
            Admit(slot, tile);
            slot.Made.SetResult(tile);
            return tile;
        }
        catch (Exception fault)
        {
            Forget(slot);
            slot.Made.TrySetException(fault);
            throw;
        }
    }

    private void Admit(TileSlot slot, Tile tile)
    {
        lock (_admission)
        {
            if (slot.IsGone)
            {
                return;
            }

            slot.Tile = tile;
            slot.Node = _queue.AddLast(slot);
            _bytes += CostOf(tile);
            while (_bytes > limits.Bytes && _queue.First is { } oldest)
            {
                GiveSecondChanceOrForget(oldest.Value);
            }
        }
    }

    private void GiveSecondChanceOrForget(TileSlot oldest)
    {
        if (!oldest.WasRead)
        {
            Forget(oldest);
            return;
        }

        oldest.ForgetReading();
        _queue.Remove(oldest.Node!);
        _queue.AddLast(oldest.Node!);
    }

    private void Forget(TileSlot slot)
    {
        lock (_admission)
        {
            slot.IsGone = true;
            _slots.TryRemove(new KeyValuePair<ulong, TileSlot>(slot.Key, slot));
            if (slot.Node is not { List: not null } node)
            {
                return;
            }

            _queue.Remove(node);
            _bytes -= CostOf(slot.Tile!);
        }
    }

    // An empty tile costs its slot.
    private static long CostOf(Tile tile) => tile.SizeBytes + 256;
}
