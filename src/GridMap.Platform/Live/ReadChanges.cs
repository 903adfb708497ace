using GridMap.Platform.Database;
using Npgsql;
using NpgsqlTypes;

namespace GridMap.Platform.Live;

/// <summary>What one reading of the change log found.</summary>
/// <param name="Changes">Settled changes in commit-safe order; no earlier one can appear any more.</param>
/// <param name="End">Cursor after the last of them.</param>
/// <param name="HasUnsettled">Committed changes stand behind a transaction that is still running: read again soon.</param>
/// <param name="IsFull">The limit was reached: read again at once.</param>
/// <param name="Reach">What the log was able to answer at that moment.</param>
public sealed record ChangeReading(IReadOnlyList<Change> Changes, ChangeCursor End, bool HasUnsettled, bool IsFull, ChangeReach Reach);

/// <summary>Reads the changes after a cursor, never past the snapshot horizon.</summary>
public static class ReadChanges
{
    public static async Task<ChangeReading> RunAsync(
        NpgsqlConnection connection, ChangeCursor after, int limit, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        var rows = new NpgsqlBatchCommand(Sql.Beside(typeof(ReadChanges)));
        rows.Parameters.Add(new NpgsqlParameter { ParameterName = "xid", Value = after.TransactionId, NpgsqlDbType = NpgsqlDbType.Xid8 });
        rows.Parameters.Add(new NpgsqlParameter<long>("seq", after.Sequence));
        rows.Parameters.Add(new NpgsqlParameter<int>("limit", limit));
        batch.BatchCommands.Add(rows);
        // Second on purpose: a pruning that took rows away from the first statement is seen by this one.
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Sql.Beside(typeof(FindChangeReach))));

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var changes = new List<Change>();
        var hasUnsettled = false;
        while (await reader.ReadAsync(cancellationToken))
        {
            if (reader.GetBoolean(0))
            {
                changes.Add(ReadChange(reader));
            }
            else
            {
                hasUnsettled = true;
            }
        }

        await reader.NextResultAsync(cancellationToken);
        var reach = await FindChangeReach.ReadAsync(reader, cancellationToken);
        var end = changes is [.., var last] ? new ChangeCursor(after.Epoch, last.TransactionId, last.Sequence) : after;
        return new ChangeReading(changes, end, hasUnsettled, changes.Count == limit, reach);
    }

    private static Change ReadChange(NpgsqlDataReader reader) => new(
        reader.GetFieldValue<ulong>(1),
        reader.GetInt64(2),
        reader.GetString(3),
        reader.GetString(4),
        reader.GetString(5) == "delete" ? ChangeOperation.Delete : ChangeOperation.Upsert,
        reader.IsDBNull(6) ? null : reader.GetInt32(6),
        reader.IsDBNull(7) ? null : new Bounds(reader.GetDouble(7), reader.GetDouble(8), reader.GetDouble(9), reader.GetDouble(10)));
}
