using Dapper;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Facilities;

/// <summary>Counts the facilities that a filter keeps.</summary>
public sealed class CountFacilities(NpgsqlDataSource database)
{
    public async Task<int> RunAsync(FacilityFilter filter, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            Sql.Beside<CountFacilities>(), filter.Columns(), cancellationToken: cancellationToken));
    }
}
