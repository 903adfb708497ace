using Npgsql;

namespace GridMap.Platform.Live;

/// <summary>What a client missed while it was away, read from the change log.</summary>
public sealed class MissedChanges(NpgsqlDataSource database, LoadChangeItems loadItems, LiveOptions options)
{
    /// <summary>Where a client with this cursor begins: behind its cursor, or at the head with the reason why it has to read everything anew.</summary>
    public async Task<(ChangeCursor Cursor, ResyncReason? Lost)> FindStartAsync(string? text, ChangeCursor head, CancellationToken cancellationToken)
    {
        if (text is null)
        {
            return (head, ResyncReason.NoCursor);
        }

        if (!ChangeCursor.TryParse(text, out var cursor))
        {
            return (head, ResyncReason.OtherDatabase);
        }

        if (cursor.IsOrigin)
        {
            return (head, ResyncReason.NoCursor);
        }

        if (cursor == head)
        {
            return (cursor, null);
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var reach = await FindChangeReach.RunAsync(connection, cancellationToken);
        if (reach.Refuses(cursor) is { } reason)
        {
            return (head, reason);
        }

        var missed = await CountMissedChanges.RunAsync(connection, cursor, options.CatchUpLimit + 1, cancellationToken);
        return missed > options.CatchUpLimit ? (head, ResyncReason.CursorTooOld) : (cursor, null);
    }

    /// <summary>
    /// One batch out of the table. It may run past the head a mailbox started from; batches that are covered are then to be skipped.
    /// </summary>
    public async Task<(ChangeCursor Cursor, ResyncReason? Lost, ChangeBatch? Batch)> ReadAsync(ChangeCursor cursor, CancellationToken cancellationToken)
    {
        ChangeReading reading;
        await using (var connection = await database.OpenConnectionAsync(cancellationToken))
        {
            reading = await ReadChanges.RunAsync(connection, cursor, options.ReadLimit, cancellationToken);
        }

        if (reading.Reach.Refuses(cursor) is { } reason)
        {
            return (cursor, reason, null);
        }

        return (reading.End, null, await loadItems.RunAsync(reading.Changes, reading.End, cancellationToken));
    }
}
