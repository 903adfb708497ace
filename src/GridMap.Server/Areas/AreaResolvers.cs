using GridMap.Core.Geography;
using GridMap.GraphQL.Execution;
using NetTopologySuite.Geometries;

namespace GridMap.Server.Areas;

/// <summary>What hangs on an area.</summary>
[ObjectType<Area>]
public static class AreaResolvers
{
    public static ValueTask<Geometry?> ShapeAsync([Parent] Area area, ShapesOfAreas shapes, CancellationToken cancellationToken) =>
        shapes.LoadAsync(new AreaAt(area.Id, area.At), cancellationToken);

    public static ValueTask<Bounds> BoundsAsync([Parent] Area area, BoundsOfAreas bounds, CancellationToken cancellationToken) =>
        bounds.LoadAsync(new AreaAt(area.Id, area.At), cancellationToken);

    public static ValueTask<Area?> ParentAsync([Parent] Area area, AreasById areas, CancellationToken cancellationToken) =>
        area.ParentId is { } parent ? areas.LoadAsync(new AreaAt(parent, area.At), cancellationToken) : default;

    public static async Task<Area?[]> PathAsync([Parent] Area area, PathsOfAreas paths, AreasById areas, CancellationToken cancellationToken)
    {
        var steps = await paths.LoadAsync(new AreaAt(area.Id, area.At), cancellationToken);
        return await Task.WhenAll(steps!.Select(step => areas.LoadAsync(step, cancellationToken).AsTask()));
    }

    public static ValueTask<IReadOnlyList<Area>?> ChildrenAsync([Parent] Area area, ChildrenOfAreas children, CancellationToken cancellationToken) =>
        children.LoadAsync(new AreaAt(area.Id, area.At), cancellationToken);
}

/// <summary>What is counted only when it is asked for.</summary>
[ObjectType<AreaPage>("AreaConnection")]
public static class AreaConnectionResolvers
{
    public static Task<int> TotalCountAsync([Parent] AreaPage page, CountAreas count, CancellationToken cancellationToken) =>
        count.RunAsync(page.Filter, cancellationToken);
}

/// <summary>The grid of a facility.</summary>
[ExtendObjectType("Facility")]
public static class FacilityGrid
{
    public static ValueTask<Area?> GridAsync([Parent("GridId")] int? gridId, CurrentAreas current, AreasById areas, CancellationToken cancellationToken) =>
        current.LoadAsync(gridId, areas, cancellationToken);
}

/// <summary>The grid of a patrol.</summary>
[ExtendObjectType("Patrol")]
public static class PatrolGrid
{
    public static ValueTask<Area?> GridAsync([Parent("GridId")] int? gridId, CurrentAreas current, AreasById areas, CancellationToken cancellationToken) =>
        current.LoadAsync(gridId, areas, cancellationToken);
}

/// <summary>The grid of a patrol point.</summary>
[ExtendObjectType("PatrolPoint")]
public static class PatrolPointGrid
{
    public static ValueTask<Area?> GridAsync([Parent("GridId")] int? gridId, CurrentAreas current, AreasById areas, CancellationToken cancellationToken) =>
        current.LoadAsync(gridId, areas, cancellationToken);
}

/// <summary>The grid of an incident.</summary>
[ExtendObjectType("Incident")]
public static class IncidentGrid
{
    public static ValueTask<Area?> GridAsync([Parent("GridId")] int? gridId, CurrentAreas current, AreasById areas, CancellationToken cancellationToken) =>
        current.LoadAsync(gridId, areas, cancellationToken);
}

/// <summary>The area that incidents are counted for.</summary>
[ExtendObjectType("IncidentCount")]
public static class IncidentCountArea
{
    public static ValueTask<Area?> AreaAsync([Parent("AreaId")] int? areaId, CurrentAreas current, AreasById areas, CancellationToken cancellationToken) =>
        current.LoadAsync(areaId, areas, cancellationToken);
}

/// <summary>The grid of an alarm.</summary>
[ExtendObjectType("Alarm")]
public static class AlarmGrid
{
    public static ValueTask<Area?> GridAsync([Parent("GridId")] int? gridId, CurrentAreas current, AreasById areas, CancellationToken cancellationToken) =>
        current.LoadAsync(gridId, areas, cancellationToken);
}

/// <summary>Where alarms are muted.</summary>
[ExtendObjectType("AlarmMute")]
public static class AlarmMuteArea
{
    public static ValueTask<Area?> AreaAsync([Parent("AreaId")] int? areaId, CurrentAreas current, AreasById areas, CancellationToken cancellationToken) =>
        current.LoadAsync(areaId, areas, cancellationToken);
}

/// <summary>The area that a plan is about.</summary>
[ExtendObjectType("Plan")]
public static class PlanArea
{
    public static ValueTask<Area?> AreaAsync([Parent("AreaId")] int? areaId, CurrentAreas current, AreasById areas, CancellationToken cancellationToken) =>
        current.LoadAsync(areaId, areas, cancellationToken);
}

/// <summary>The grid that stands with or without patrols.</summary>
[ExtendObjectType("GridWatch")]
public static class GridWatchGrid
{
    public static ValueTask<Area?> GridAsync([Parent("GridId")] int gridId, CurrentAreas current, AreasById areas, CancellationToken cancellationToken) =>
        current.LoadAsync(gridId, areas, cancellationToken);
}
