using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Areas;

/// <summary>Loads the areas directly in others, by code.</summary>
public sealed class ChildrenOfAreas(NpgsqlDataSource database) : DataLoader<AreaAt, IReadOnlyList<Area>>
{
    protected override IReadOnlyList<Area> Missing => [];

    protected override async Task<IReadOnlyDictionary<AreaAt, IReadOnlyList<Area>>> LoadBatchAsync(
        IReadOnlyList<AreaAt> keys, CancellationToken cancellationToken)
    {
        var areas = await Rows.ReadAsync(database, Sql.Beside<ChildrenOfAreas>(), AreaRow.Read, cancellationToken, AreaKeys.Parameters(keys));
        return areas.ByKey(static area => new AreaAt(area.ParentId!.Value, area.At), static area => area);
    }
}
