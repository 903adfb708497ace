using System.Security.Cryptography;
using GridMap.Platform.Tiles;
using NetTopologySuite.Geometries;

namespace GridMap.Platform.Tests.Tiles;

public sealed class TileCacheTests
{
    private static readonly TileCatalogue Catalogue = TileCatalogue.Load();

    private static readonly TileLayer Grids = Catalogue.Find("grids")!;

    private static readonly TileLayer Roads = Catalogue.Find("roads")!;

    private static readonly TileCoordinate Spot = new(12, 3336, 1550);

    private int _made;

    [Fact]
    public async Task Five_hundred_simultaneous_misses_are_made_once()
    {
        var gate = new TaskCompletionSource();
        var cache = Cache(async () =>
        {
            await gate.Task;
            return SomeTile(1);
        });
        var asked = Enumerable.Range(0, 500).Select(_ => Task.Run(() => cache.ReadAsync(Grids, Spot, default).AsTask())).ToArray();
        gate.SetResult();
        var tiles = await Task.WhenAll(asked);
        Assert.Equal(1, _made);
        Assert.Single(tiles.Distinct());
    }

    [Fact]
    public async Task Who_stops_waiting_does_not_stop_the_maker()
    {
        var gate = new TaskCompletionSource();
        var cache = Cache(async () =>
        {
            await gate.Task;
            return SomeTile(1);
        });
        using var impatience = new CancellationTokenSource();
        var impatient = cache.ReadAsync(Grids, Spot, impatience.Token).AsTask();
        var patient = cache.ReadAsync(Grids, Spot, default).AsTask();
        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        gate.SetResult();
        Assert.Same(await patient, cache.Find(Grids, Spot));
        Assert.Equal(1, _made);
    }

    [Fact]
    public async Task A_failure_reaches_all_who_wait_and_is_not_kept()
    {
        var isBroken = true;
        var cache = Cache(() => isBroken ? throw new InvalidOperationException("broken") : Task.FromResult(SomeTile(1)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => cache.ReadAsync(Grids, Spot, default).AsTask());
        isBroken = false;
        Assert.False((await cache.ReadAsync(Grids, Spot, default)).IsEmpty);
        Assert.Equal(2, _made);
    }

    [Fact]
    public async Task An_empty_tile_is_remembered_as_empty()
    {
        var cache = Cache(() => Task.FromResult(Tile.Empty));
        await cache.ReadAsync(Grids, Spot, default);
        await cache.ReadAsync(Grids, Spot, default);
        Assert.Equal(1, _made);
    }

    [Fact]
    public async Task Tiles_not_read_lately_leave_first_when_memory_is_full()
    {
        var tile = SomeTile(10_000);
        var cache = new TileCache((_, _) => Task.FromResult(tile), new TileCacheLimits(3 * (tile.SizeBytes + 256), 4));
        foreach (var column in Enumerable.Range(0, 3))
        {
            await cache.ReadAsync(Grids, new TileCoordinate(12, column, 0), default);
        }

        cache.Find(Grids, new TileCoordinate(12, 0, 0));
        await cache.ReadAsync(Grids, new TileCoordinate(12, 3, 0), default);
        var kept = Enumerable.Range(0, 4).Where(column => cache.Find(Grids, new TileCoordinate(12, column, 0)) is not null);
        Assert.Equal([0, 2, 3], kept);
        Assert.True(cache.SizeBytes <= 3 * (tile.SizeBytes + 256));
    }

    [Fact]
    public async Task A_tile_larger_than_the_memory_is_handed_out_and_not_kept()
    {
        var cache = new TileCache((_, _) => Task.FromResult(SomeTile(10_000)), new TileCacheLimits(1_000, 4));
        Assert.False((await cache.ReadAsync(Grids, Spot, default)).IsEmpty);
        Assert.Null(cache.Find(Grids, Spot));
        Assert.Equal(0, cache.SizeBytes);
    }

    [Fact]
    public async Task Invalidation_forgets_exactly_the_tiles_a_change_may_alter()
    {
        var cache = Cache(() => Task.FromResult(SomeTile(100)));
        var near = new TileCoordinate(12, 3336, 1550);
        var parent = new TileCoordinate(9, 417, 193);
        var far = new TileCoordinate(12, 3340, 1550);
        foreach (var tile in new[] { near, parent, far })
        {
            await cache.ReadAsync(Grids, tile, default);
            await cache.ReadAsync(Roads, tile, default);
        }

        var forgotten = cache.Invalidate(Grids, new Envelope(113.2249, 113.2251, 40.0179, 40.0181));
        Assert.Equal(2, forgotten);
        Assert.Null(cache.Find(Grids, near));
        Assert.Null(cache.Find(Grids, parent));
        Assert.NotNull(cache.Find(Grids, far));
        Assert.All([near, parent, far], tile => Assert.NotNull(cache.Find(Roads, tile)));
    }

    [Fact]
    public async Task A_tile_invalidated_while_it_is_made_is_not_kept()
    {
        var gate = new TaskCompletionSource();
        var cache = Cache(async () =>
        {
            await gate.Task;
            return SomeTile(1);
        });
        var before = cache.ReadAsync(Grids, Spot, default).AsTask();
        cache.Invalidate(Grids, null);
        var after = cache.ReadAsync(Grids, Spot, default).AsTask();
        gate.SetResult();
        await Task.WhenAll(before, after);
        Assert.Equal(2, _made);
        Assert.Same(await after, cache.Find(Grids, Spot));
        Assert.NotSame(await before, await after);
    }

    [Fact]
    public async Task Clearing_gives_all_memory_back()
    {
        var cache = Cache(() => Task.FromResult(SomeTile(100)));
        await cache.ReadAsync(Grids, Spot, default);
        cache.Clear();
        Assert.Equal(0, cache.SizeBytes);
        Assert.Null(cache.Find(Grids, Spot));
    }

    private static Tile SomeTile(int bytes) => Tile.Of(RandomNumberGenerator.GetBytes(bytes));

    private TileCache Cache(Func<Task<Tile>> make) => new(
        (_, _) =>
        {
            Interlocked.Increment(ref _made);
            return make();
        },
        new TileCacheLimits(1 << 20, 4));
}
