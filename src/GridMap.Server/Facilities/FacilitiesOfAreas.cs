using Dapper;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Facilities;

/// <summary>Loads the facilities that lie in areas now, at any depth, by code.</summary>
public sealed class FacilitiesOfAreas(NpgsqlDataSource database) : DataLoader<int, IReadOnlyList<Facility>>
{
    protected override async Task<IReadOnlyDictionary<int, IReadOnlyList<Facility>>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<int, Facility, (int AreaId, Facility Facility)>(
            new CommandDefinition(Sql.Beside<FacilitiesOfAreas>(), new { ids = keys.ToArray() }, cancellationToken: cancellationToken),
            (areaId, facility) => (areaId, facility));
        return found
            .GroupBy(row => row.AreaId, row => row.Facility)
            .ToDictionary(group => group.Key, IReadOnlyList<Facility> (group) => [.. group]);
    }
}
