using Npgsql;
using NpgsqlTypes;

namespace GridMap.Platform.Tiles;

/// <summary>
/// Makes tiles by their layers' SQL functions, a few at once. What gathers while all makers are busy is made in shares, one journey to the database for
/// each, as in a group commit: the more wait, the less each costs.
/// </summary>
public sealed class TileMakers(NpgsqlDataSource database, TileCacheLimits limits)
{
    // What is at the end of a journey waits for all of it.
    private const int MostAtOnce = 8;

    private readonly Lock _gate = new();
    private readonly Queue<TileOrder> _waiting = new();
    private int _working;

    public Task<Tile> MakeAsync(TileLayer layer, TileCoordinate tile)
    {
        var order = new TileOrder(layer, tile);
        lock (_gate)
        {
            if (_working == limits.Makers)
            {
                _waiting.Enqueue(order);
                return order.Made;
            }

            _working++;
        }

        _ = WorkAsync([order]);
        return order.Made;
    }

    private async Task WorkAsync(List<TileOrder> share)
    {
        var journey = LoadAsync(share);
        while (share.Count > 0)
        {
            await ((Task)journey).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var (made, tiles) = (share, journey);
            share = TakeShare();
            // The database has its next work before the answers to the last are written.
            journey = share.Count > 0 ? LoadAsync(share) : journey;
            await HandAsync(made, tiles);
        }
    }

    /// <summary>What a maker makes next; nothing when it may go home.</summary>
    private List<TileOrder> TakeShare()
    {
        lock (_gate)
        {
            var count = Math.Min((_waiting.Count + limits.Makers - 1) / limits.Makers, MostAtOnce);
            if (count == 0)
            {
                _working--;
            }

            var share = new List<TileOrder>(count);
            while (share.Count < count)
            {
                share.Add(_waiting.Dequeue());
            }

            return share;
        }
    }

    /// <summary>Never throws: what goes wrong is told to who asked.</summary>
    private async Task HandAsync(List<TileOrder> orders, Task<List<byte[]>> journey)
    {
        try
        {
            foreach (var (order, bytes) in orders.Zip(await journey))
            {
                order.Hand(Tile.Of(bytes));
            }
        }
        catch (Exception) when (orders.Count > 1)
        {
            // One that fails takes the others of its journey with it: then each goes alone.
            foreach (var order in orders)
            {
                await HandAsync([order], LoadAsync([order]));
            }
        }
        catch (Exception fault)
        {
            orders[0].Fail(fault);
        }
    }

    private async Task<List<byte[]>> LoadAsync(List<TileOrder> orders)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var journey = new NpgsqlBatch(connection);
        foreach (var order in orders)
        {
            journey.BatchCommands.Add(order.Command());
        }

        await using var reader = await journey.ExecuteReaderAsync();
        var tiles = new List<byte[]>(orders.Count);
        do
        {
            await reader.ReadAsync();
            tiles.Add(reader.IsDBNull(0) ? [] : reader.GetFieldValue<byte[]>(0));
        }
        while (await reader.NextResultAsync());
        return tiles;
    }

    /// <summary>A tile that is asked for.</summary>
    private sealed class TileOrder(TileLayer layer, TileCoordinate tile)
    {
        // Who waits goes on on the maker's thread, up to its next await.
        private readonly TaskCompletionSource<Tile> _made = new();

        public Task<Tile> Made => _made.Task;

        // The catalogue admits only plain function names.
        public NpgsqlBatchCommand Command() => new($"SELECT {layer.Function}($1, $2, $3)")
        {
            Parameters = { Number(tile.Zoom), Number(tile.Column), Number(tile.Row) },
        };

        public void Hand(Tile made) => _made.SetResult(made);

        public void Fail(Exception fault) => _made.SetException(fault);

        private static NpgsqlParameter<int> Number(int value) => new() { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Integer };
    }
}
