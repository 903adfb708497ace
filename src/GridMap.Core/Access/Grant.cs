namespace GridMap.Core.Access;

/// <summary>Permissions in an area with everything below it.</summary>
/// <param name="AreaId">Null: the whole place, also what lies in no area.</param>
public readonly record struct Grant(PermissionSet Permissions, int? AreaId)
{
    public static Grant Of(Role role, int? areaId) => new(Roles.PermissionsOf(role), areaId);
}
