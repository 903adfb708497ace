using GridMap.GraphQL.Execution;

namespace GridMap.Server.Areas;

/// <summary>The grid that an item of an indicator is about.</summary>
[ExtendObjectType("IndicatorItem")]
public static class IndicatorGrid
{
    public static ValueTask<Area?> GridAsync([Parent("GridId")] int? gridId, CurrentAreas current, AreasById areas, CancellationToken cancellationToken) =>
        current.LoadAsync(gridId, areas, cancellationToken);
}
