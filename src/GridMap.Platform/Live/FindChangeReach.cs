using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Platform.Live;

/// <summary>From where to where the change log can answer: after its floor, up to its last settled change, of transactions that have begun.</summary>
public sealed record ChangeReach(ChangeCursor Floor, ChangeCursor Head, ulong NextTransactionId)
{
    /// <summary>Why a reader with this cursor has to start anew; null when the log holds everything after it.</summary>
    public ResyncReason? Refuses(ChangeCursor cursor)
    {
        if (cursor.Epoch != Floor.Epoch || cursor.TransactionId >= NextTransactionId)
        {
            return ResyncReason.OtherDatabase;
        }

        return cursor.IsBefore(Floor) ? ResyncReason.CursorTooOld : null;
    }
}

/// <summary>Finds from where to where the change log can answer.</summary>
public static class FindChangeReach
{
    public static async Task<ChangeReach> RunAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Sql.Beside(typeof(FindChangeReach)), connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await ReadAsync(reader, cancellationToken);
    }

    internal static async Task<ChangeReach> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        if (!await reader.ReadAsync(cancellationToken))
        {
            throw new InvalidDataException("The change log has no row in change_log.");
        }

        var epoch = reader.GetGuid(0);
        return new ChangeReach(
            new ChangeCursor(epoch, reader.GetFieldValue<ulong>(1), reader.GetInt64(2)),
            new ChangeCursor(epoch, reader.GetFieldValue<ulong>(3), reader.GetInt64(4)),
            reader.GetFieldValue<ulong>(5));
    }
}
