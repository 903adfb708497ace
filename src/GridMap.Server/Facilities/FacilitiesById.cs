using Dapper;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Facilities;

/// <summary>Loads facilities by id.</summary>
public sealed class FacilitiesById(NpgsqlDataSource database) : DataLoader<int, Facility>
{
    protected override async Task<IReadOnlyDictionary<int, Facility>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<Facility>(new CommandDefinition(
            Sql.Beside<FacilitiesById>(), new { ids = keys.ToArray() }, cancellationToken: cancellationToken));
        return found.ToDictionary(facility => facility.Id);
    }
}
