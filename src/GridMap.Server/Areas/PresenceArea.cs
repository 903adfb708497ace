using GridMap.GraphQL.Execution;
using GridMap.Platform.Access;

namespace GridMap.Server.Areas;

/// <summary>The area that a group of a presence report is of.</summary>
[ExtendObjectType("PresenceGroup")]
public static class PresenceArea
{
    public static ValueTask<Area?> AreaAsync([Parent("AreaId")] int? areaId, CurrentAreas current, AreasById areas, CancellationToken cancellationToken) =>
        current.LoadAsync(areaId, areas, cancellationToken);
}
