using GridMap.Core.Access;
using GridMap.Platform.Database;
using Npgsql;
using NpgsqlTypes;

namespace GridMap.Server.Incidents.Open311;

/// <summary>An incident as GeoReport tells it. It has no reporter.</summary>
public sealed record ServiceRequest(
    string Id, string? StatusNotes, bool IsClosed, string ServiceCode, string ServiceName, string Description, string? Address, DateTimeOffset RequestedAt,
    DateTimeOffset UpdatedAt, DateTimeOffset? ExpectedAt, double Longitude, double Latitude, string? MediaUrl);

/// <summary>Finds service requests of some grids, newest first.</summary>
public sealed class FindServiceRequests(NpgsqlDataSource database)
{
    public async Task<IReadOnlyList<ServiceRequest>> RunAsync(RequestFilter filter, GridScope scope, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Beside<FindServiceRequests>());
        var parameters = command.Parameters;
        parameters.Add(new NpgsqlParameter("ids", NpgsqlDbType.Array | NpgsqlDbType.Text) { Value = filter.Ids?.ToArray() ?? (object)DBNull.Value });
        parameters.AddWithValue("uuids", filter.Ids?.Where(id => Guid.TryParse(id, out _)).Select(Guid.Parse).ToArray() ?? []);
        parameters.Add(new NpgsqlParameter("classes", NpgsqlDbType.Array | NpgsqlDbType.Text) { Value = filter.Classes?.ToArray() ?? (object)DBNull.Value });
        parameters.Add(new NpgsqlParameter<bool?>("is_closed", filter.IsClosed));
        parameters.AddWithValue("from", filter.From.UtcDateTime);
        parameters.AddWithValue("until", filter.Until.UtcDateTime);
        parameters.Add(new NpgsqlParameter("grids", NpgsqlDbType.Array | NpgsqlDbType.Integer) { Value = scope.Grids ?? (object)DBNull.Value });
        parameters.AddWithValue("limit", filter.Limit);
        parameters.AddWithValue("offset", filter.Offset);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var requests = new List<ServiceRequest>();
        while (await reader.ReadAsync(cancellationToken))
        {
            requests.Add(Read(reader));
        }

        return requests;
    }

    private static ServiceRequest Read(NpgsqlDataReader reader) => new(
        reader.GetString(0),
        reader.IsDBNull(1) ? null : reader.GetString(1),
        reader.GetBoolean(2),
        reader.GetString(3),
        reader.GetString(4),
        reader.GetString(5),
        reader.IsDBNull(6) ? null : reader.GetString(6),
        reader.GetFieldValue<DateTimeOffset>(7),
        reader.GetFieldValue<DateTimeOffset>(8),
        reader.IsDBNull(9) ? null : reader.GetFieldValue<DateTimeOffset>(9),
        reader.GetDouble(10),
        reader.GetDouble(11),
        reader.IsDBNull(12) ? null : reader.GetString(12));
}
