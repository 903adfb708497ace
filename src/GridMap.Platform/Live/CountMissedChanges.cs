using System.Globalization;
using GridMap.Platform.Database;
using Npgsql;
using NpgsqlTypes;

namespace GridMap.Platform.Live;

/// <summary>Counts the changes after a cursor, up to a limit.</summary>
public static class CountMissedChanges
{
    public static async Task<int> RunAsync(NpgsqlConnection connection, ChangeCursor after, int limit, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Sql.Beside(typeof(CountMissedChanges)), connection);
        command.Parameters.Add(new NpgsqlParameter { ParameterName = "xid", Value = after.TransactionId, NpgsqlDbType = NpgsqlDbType.Xid8 });
        command.Parameters.Add(new NpgsqlParameter<long>("seq", after.Sequence));
        command.Parameters.Add(new NpgsqlParameter<int>("limit", limit));
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }
}
