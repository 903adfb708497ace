using GridMap.Platform.Live;
using GridMap.Testing;
using Npgsql;

namespace GridMap.Platform.Tests.Live;

public sealed class ReadChangesTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A_change_that_commits_late_is_neither_lost_nor_overtaken()
    {
        var start = await HeadAsync();
        await using var late = await _database.DataSource.OpenConnectionAsync();
        await using var transaction = await late.BeginTransactionAsync();
        await RecordAsync(late, "late");
        await using var early = await _database.DataSource.OpenConnectionAsync();
        await RecordAsync(early, "early");

        var before = await ReadAsync(start);
        Assert.Empty(before.Changes);
        Assert.True(before.HasUnsettled, "The early change stands in the log and has to be asked for again.");

        await transaction.CommitAsync();
        Assert.Equal(["late", "early"], (await ReadAllAsync(start, 2)).Select(change => change.EntityId));
    }

    [Fact]
    public async Task A_transaction_of_another_database_holds_nothing_back()
    {
        var start = await HeadAsync();
        await using var neighbour = await TestDatabase.CreateAsync();
        await using var foreign = await neighbour.DataSource.OpenConnectionAsync();
        await using var transaction = await foreign.BeginTransactionAsync();
        await RecordAsync(foreign, "elsewhere");
        await using var own = await _database.DataSource.OpenConnectionAsync();
        await RecordAsync(own, "here");

        Assert.Equal("here", Assert.Single(await ReadAllAsync(start, 1)).EntityId);
        Assert.Equal(1, await PruneAllAsync(DateTimeOffset.UtcNow.AddDays(1), keepAtMost: 10, 1));
    }

    [Fact]
    public async Task A_reader_by_sequence_alone_would_lose_it()
    {
        await using var late = await _database.DataSource.OpenConnectionAsync();
        await using var transaction = await late.BeginTransactionAsync();
        await RecordAsync(late, "late");
        await using var early = await _database.DataSource.OpenConnectionAsync();
        await RecordAsync(early, "early");

        var first = await ReadBySequenceAsync(0);
        await transaction.CommitAsync();
        var second = await ReadBySequenceAsync(first.Last().Sequence);
        Assert.Equal(["early"], first.Concat(second).Select(change => change.Id));
    }

    [Fact]
    public async Task With_many_writers_every_change_is_read_exactly_once_and_in_order()
    {
        const int Writers = 4;
        const int Each = 40;
        var start = await HeadAsync();
        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => WriteManyAsync(writer, Each)));
        var read = await ReadAllAsync(start, Writers * Each);
        await writing;

        Assert.Equal(Writers * Each, read.Select(change => change.EntityId).Distinct().Count());
        Assert.Equal(read, read.OrderBy(change => change.TransactionId).ThenBy(change => change.Sequence));
        Assert.Empty((await ReadAsync(new ChangeCursor(start.Epoch, read[^1].TransactionId, read[^1].Sequence))).Changes);
    }

    [Fact]
    public async Task A_change_that_is_rolled_back_is_never_read()
    {
        var start = await HeadAsync();
        await using var connection = await _database.DataSource.OpenConnectionAsync();
        await using (await connection.BeginTransactionAsync())
        {
            await RecordAsync(connection, "taken back");
        }

        await RecordAsync(connection, "kept");
        Assert.Equal("kept", Assert.Single(await ReadAllAsync(start, 1)).EntityId);
    }

    [Fact]
    public async Task Pruning_moves_the_floor_with_the_rows_and_a_reader_before_it_is_told()
    {
        await using var connection = await _database.DataSource.OpenConnectionAsync();
        var start = await HeadAsync();
        foreach (var id in new[] { "1", "2", "3" })
        {
            await RecordAsync(connection, id);
        }

        var all = await ReadAllAsync(start, 3);
        Assert.Equal(2, await PruneAllAsync(DateTimeOffset.UtcNow.AddDays(-1), keepAtMost: 1, 2));
        var reading = await ReadAsync(new ChangeCursor(start.Epoch, all[0].TransactionId, all[0].Sequence));
        Assert.Equal(ResyncReason.CursorTooOld, reading.Reach.Refuses(new ChangeCursor(start.Epoch, all[0].TransactionId, all[0].Sequence)));
        Assert.Null(reading.Reach.Refuses(new ChangeCursor(start.Epoch, all[1].TransactionId, all[1].Sequence)));
        Assert.Equal("3", Assert.Single(reading.Changes).EntityId);
    }

    [Fact]
    public async Task A_change_says_where_the_map_changes()
    {
        var start = await HeadAsync();
        await using var command = _database.DataSource.CreateCommand(
            "SELECT record_change('facility', '7', 'delete', NULL, ST_SetSRID(ST_MakePoint(113.5, 40.25), 4326))");
        await command.ExecuteNonQueryAsync();
        var change = Assert.Single(await ReadAllAsync(start, 1));
        Assert.Equal(ChangeOperation.Delete, change.Operation);
        Assert.InRange(change.Bounds!.Value.West, 113.4999, 113.5);
        Assert.InRange(change.Bounds.Value.North, 40.25, 40.2501);
    }

    private async Task WriteManyAsync(int writer, int count)
    {
        await using var connection = await _database.DataSource.OpenConnectionAsync();
        for (var index = 0; index < count; index++)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await RecordAsync(connection, $"{writer}/{index}");
            await Task.Delay((writer * 7 + index) % 5);
            await transaction.CommitAsync();
        }
    }

    private static async Task RecordAsync(NpgsqlConnection connection, string id)
    {
        await using var command = new NpgsqlCommand("SELECT record_change('wish', @id, 'upsert', NULL, NULL)", connection);
        command.Parameters.AddWithValue("id", id);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<ChangeCursor> HeadAsync()
    {
        await using var connection = await _database.DataSource.OpenConnectionAsync();
        return (await FindChangeReach.RunAsync(connection, CancellationToken.None)).Head;
    }

    private async Task<ChangeReading> ReadAsync(ChangeCursor after)
    {
        await using var connection = await _database.DataSource.OpenConnectionAsync();
        return await ReadChanges.RunAsync(connection, after, 1000, CancellationToken.None);
    }

    /// <summary>Reads on until so many have come; another transaction of the machine may hold the horizon back for a while.</summary>
    private async Task<List<Change>> ReadAllAsync(ChangeCursor after, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        var read = new List<Change>();
        while (read.Count < count)
        {
            var reading = await ReadAsync(after);
            read.AddRange(reading.Changes);
            after = reading.End;
            await Task.Delay(5, patience.Token);
        }

        return read;
    }

    /// <summary>Prunes on until so many are gone, for the same reason.</summary>
    private async Task<int> PruneAllAsync(DateTimeOffset olderThan, int keepAtMost, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        var pruned = 0;
        while (pruned < count)
        {
            pruned += await PruneChanges.RunAsync(_database.DataSource, olderThan, keepAtMost, CancellationToken.None);
            await Task.Delay(5, patience.Token);
        }

        return pruned;
    }

    private async Task<List<(long Sequence, string Id)>> ReadBySequenceAsync(long after)
    {
        await using var command = _database.DataSource.CreateCommand("SELECT seq, entity_id FROM change WHERE seq > @after ORDER BY seq");
        command.Parameters.AddWithValue("after", after);
        await using var reader = await command.ExecuteReaderAsync();
        var changes = new List<(long, string)>();
        while (await reader.ReadAsync())
        {
            changes.Add((reader.GetInt64(0), reader.GetString(1)));
        }

        return changes;
    }
}
