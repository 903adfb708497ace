using System.Text;
using GridMap.Platform.Tiles;
using Npgsql;

namespace GridMap.Platform.Tests.Tiles;

public sealed class TileMakersTests(TileTown town) : IClassFixture<TileTown>, IAsyncLifetime
{
    private const int Gate = 71_301;

    private static readonly TileLayer Green = TileCatalogue.Load().Find("green")!;

    // A tile tells the transaction it was made in; column 0 waits at the gate, column 3 is broken.
    public Task InitializeAsync() => town.ExecuteAsync($"""
        CREATE OR REPLACE FUNCTION tile_green(z integer, x integer, y integer) RETURNS bytea LANGUAGE plpgsql VOLATILE AS $$
        BEGIN
            IF x = 0 THEN
                PERFORM pg_advisory_xact_lock({Gate});
            END IF;
            RETURN CASE WHEN x = 3 AND y = 1 THEN convert_to((1 / (y - 1))::text, 'UTF8') ELSE convert_to(pg_current_xact_id()::text, 'UTF8') END;
        END;
        $$
        """);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Tiles_that_gather_while_all_makers_are_busy_are_made_in_one_journey()
    {
        var made = await GatherAsync(row: 0);
        var transactions = made.Select(tile => Encoding.UTF8.GetString(tile.Result.Plain.Bytes)).ToArray();
        Assert.Single(transactions[1..].Distinct());
        Assert.NotEqual(transactions[0], transactions[1]);
    }

    [Fact]
    public async Task One_that_fails_takes_nobody_with_it()
    {
        var made = await GatherAsync(row: 1);
        Assert.Equal(PostgresErrorCodes.DivisionByZero, (await Assert.ThrowsAsync<PostgresException>(() => made[3])).SqlState);
        Assert.All(made.Where((_, column) => column != 3), tile => Assert.False(tile.Result.IsEmpty));
    }

    /// <summary>Eight tiles of a row: the first keeps the only maker busy until the others wait.</summary>
    private async Task<Task<Tile>[]> GatherAsync(int row)
    {
        var makers = new TileMakers(town.Database.DataSource, new TileCacheLimits(0, Makers: 1));
        await using var keeper = await town.Database.DataSource.OpenConnectionAsync();
        await using var gate = new NpgsqlCommand($"SELECT pg_advisory_lock({Gate})", keeper);
        await gate.ExecuteNonQueryAsync();
        var made = Enumerable.Range(0, 8).Select(column => makers.MakeAsync(Green, new TileCoordinate(12, column, row))).ToArray();
        gate.CommandText = $"SELECT pg_advisory_unlock({Gate})";
        await gate.ExecuteNonQueryAsync();
        await Task.WhenAll(made.Select(tile => tile.ContinueWith(static _ => { }, TaskScheduler.Default)));
        return made;
    }
}
