namespace GridMap.Core.Access;

/// <summary>The one place that decides who may do what where. What is not known is not allowed.</summary>
public static class AccessRules
{
    /// <summary>Whether a caller may do this anywhere at all.</summary>
    public static bool AllowsSomewhere(Caller caller, Permission permission) => caller.Grants.Any(grant => grant.Permissions.Contains(permission));

    /// <summary>Whether a caller may do this to something in an area.</summary>
    /// <param name="areaPath">The area and all it lies in; empty when it lies in none, or nobody knows.</param>
    public static bool Allows(Caller caller, Permission permission, IReadOnlyList<int> areaPath) => caller.Grants.Any(grant =>
        grant.Permissions.Contains(permission) && (grant.AreaId is not { } areaId || !IsByArea(permission) || areaPath.Contains(areaId)));

    /// <summary>The grids a caller may do this in.</summary>
    public static GridScope Scope(Caller caller, Permission permission, AreaTree areas)
    {
        var grants = caller.Grants.Where(grant => grant.Permissions.Contains(permission)).ToList();
        if (grants.Count == 0)
        {
            return GridScope.Nowhere;
        }

        return grants.Any(grant => grant.AreaId is null || !IsByArea(permission))
            ? GridScope.Everywhere
            : areas.ScopeOf(grants.Select(grant => grant.AreaId!.Value));
    }

    /// <summary>Whether it matters where: the map and what is planned of it are one for everybody, what is one's own lies nowhere, all else ends at the borders of the grant.</summary>
    public static bool IsByArea(Permission permission) => permission is not (Permission.SeeMap or Permission.SeePlans or Permission.KeepOwn);
}
