using Dapper;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Facilities;

/// <summary>Finds how a facility was at a time; null if it was not there.</summary>
public sealed class FindFacilityAt(NpgsqlDataSource database)
{
    public async Task<FacilityState?> RunAsync(int id, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<FacilityState>(new CommandDefinition(
            Sql.Beside<FindFacilityAt>(), new { id, at = at.UtcDateTime }, cancellationToken: cancellationToken));
    }
}
