using GridMap.Core.Access;
using GridMap.Platform.Access;

namespace GridMap.Server.Incidents;

/// <summary>Which grids a caller's question about incidents reaches, as areas stand now.</summary>
public sealed class IncidentReach(CurrentAreas areas)
{
    /// <summary>The grids in which a caller has a permission, and of them those in an area if one is named; null is everywhere.</summary>
    public async ValueTask<int[]?> GridsAsync(Caller caller, Permission permission, int? within, CancellationToken cancellationToken)
    {
        var tree = await areas.LoadAsync(cancellationToken);
        return GridsOf(AccessRules.Scope(caller, permission, tree), within, tree);
    }

    /// <summary>The same for many areas at once.</summary>
    public async ValueTask<IReadOnlyDictionary<int, int[]>> GridsAsync(
        Caller caller, Permission permission, int? within, IReadOnlyList<int> areaIds, CancellationToken cancellationToken)
    {
        var tree = await areas.LoadAsync(cancellationToken);
        var scope = AccessRules.Scope(caller, permission, tree);
        var inside = within is { } id ? InArea(id, tree) : GridScope.Everywhere;
        return areaIds.ToDictionary(areaId => areaId, areaId => Array.FindAll(GridsOf(scope, areaId, tree)!, grid => inside.Contains(grid)));
    }

    private static int[]? GridsOf(GridScope scope, int? within, AreaTree tree) =>
        within is { } id ? Array.FindAll(InArea(id, tree).Grids!, grid => scope.Contains(grid)) : scope.Grids;

    // The tree remembers what it was asked; what it does not know it need not remember.
    private static GridScope InArea(int areaId, AreaTree tree) => tree.Knows(areaId) ? tree.ScopeOf([areaId]) : GridScope.Nowhere;
}
