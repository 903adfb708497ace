using GridMap.Platform.Database;
using Npgsql;
using NpgsqlTypes;

namespace GridMap.Server.Incidents;

/// <summary>Finds the grid a position lies in now; none for what is no position or lies outside.</summary>
public sealed class FindGridAt(NpgsqlDataSource database, TimeProvider clock)
{
    public async Task<int?> RunAsync(double? longitude, double? latitude, CancellationToken cancellationToken)
    {
        if (longitude is not (>= -180 and <= 180) || latitude is not (>= -90 and <= 90))
        {
            return null;
        }

        await using var command = database.CreateCommand(Sql.Beside<FindGridAt>());
        command.Parameters.Add(new NpgsqlParameter("longitude", NpgsqlDbType.Double) { Value = longitude });
        command.Parameters.Add(new NpgsqlParameter("latitude", NpgsqlDbType.Double) { Value = latitude });
        command.Parameters.AddWithValue("now", clock.GetUtcNow().UtcDateTime);
        return await command.ExecuteScalarAsync(cancellationToken) as int?;
    }
}
