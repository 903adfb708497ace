using Dapper;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Areas;

/// <summary>Loads areas by id, each as it stood at an instant.</summary>
public sealed class AreasById(NpgsqlDataSource database) : DataLoader<AreaAt, Area>
{
    protected override async Task<IReadOnlyDictionary<AreaAt, Area>> LoadBatchAsync(IReadOnlyList<AreaAt> keys, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var areas = await connection.QueryAsync<Area>(new CommandDefinition(
            Sql.Beside<AreasById>(), AreaKeys.Columns(keys), cancellationToken: cancellationToken));
        return areas.ToDictionary(area => new AreaAt(area.Id, area.At));
    }
}
