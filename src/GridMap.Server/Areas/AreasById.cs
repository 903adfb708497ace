using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Areas;

/// <summary>Loads areas by id, each as it stood at an instant.</summary>
public sealed class AreasById(NpgsqlDataSource database) : DataLoader<AreaAt, Area>
{
    protected override async Task<IReadOnlyDictionary<AreaAt, Area>> LoadBatchAsync(IReadOnlyList<AreaAt> keys, CancellationToken cancellationToken)
    {
        var areas = await Rows.ReadAsync(database, Sql.Beside<AreasById>(), AreaRow.Read, cancellationToken, AreaKeys.Parameters(keys));
        return areas.ToDictionary(area => new AreaAt(area.Id, area.At));
    }
}
