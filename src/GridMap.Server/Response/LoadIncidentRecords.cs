using System.Collections.Frozen;
using GridMap.Core.Geography;
using GridMap.Core.Response;
using GridMap.Platform.Database;
using Npgsql;
using NpgsqlTypes;

namespace GridMap.Server.Response;

/// <summary>Loads incidents as the cube counts them.</summary>
public sealed class LoadIncidentRecords(NpgsqlDataSource database)
{
    private static readonly FrozenDictionary<string, byte> Sources =
        Enum.GetValues<ResponseSource>().ToFrozenDictionary(source => source.ToString().ToLowerInvariant(), source => (byte)source);

    /// <param name="ids">Null for all there are.</param>
    public async Task<IReadOnlyCollection<IncidentRecord>> RunAsync(IReadOnlyCollection<Guid>? ids, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var zone = await FindTimeZoneAsync(connection, cancellationToken);
        await using var command = new NpgsqlCommand(Sql.Beside<LoadIncidentRecords>(), connection);
        command.Parameters.Add(new NpgsqlParameter("ids", NpgsqlDbType.Array | NpgsqlDbType.Uuid) { Value = ids is null ? DBNull.Value : ids.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var records = new List<IncidentRecord>();
        while (await reader.ReadAsync(cancellationToken))
        {
            records.Add(ReadRecord(reader, zone));
        }

        return records;
    }

    private static async Task<TimeZoneInfo> FindTimeZoneAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Sql.Beside<LoadIncidentRecords>("zone"), connection);
        return await command.ExecuteScalarAsync(cancellationToken) is string name ? TimeZoneInfo.FindSystemTimeZoneById(name) : TimeZoneInfo.Utc;
    }

    private static IncidentRecord ReadRecord(NpgsqlDataReader reader, TimeZoneInfo zone)
    {
        var reportedAt = reader.GetFieldValue<DateTimeOffset>(6);
        var local = TimeZoneInfo.ConvertTime(reportedAt, zone);
        return new IncidentRecord(
            reader.GetGuid(0),
            new Position(reader.GetDouble(1), reader.GetDouble(2)),
            reader.GetInt32(3),
            reader.GetInt32(4),
            Sources[reader.GetString(5)],
            (uint)reportedAt.ToUnixTimeSeconds(),
            (byte)((((int)local.DayOfWeek + 6) % 7 * 24) + local.Hour),
            reader.IsDBNull(7) ? 0 : (uint)reader.GetFieldValue<DateTimeOffset>(7).ToUnixTimeSeconds(),
            new MilestoneTimes(Seconds(10), Seconds(11), Seconds(12), Seconds(13), Seconds(14), Seconds(15)),
            reader.GetBoolean(8),
            reader.GetBoolean(9));

        int Seconds(int column) => reader.IsDBNull(column) ? -1 : reader.GetInt32(column);
    }
}
