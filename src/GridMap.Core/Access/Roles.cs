namespace GridMap.Core.Access;

/// <summary>The roles by name, and what each may do: the one table of it.</summary>
public static class Roles
{
    private static readonly PermissionSet Viewing = PermissionSet.Of(
        Permission.SeeMap,
        Permission.SeeIncidents,
        Permission.SeePatrols,
        Permission.SeeVolunteers,
        Permission.SeeAlarms,
        Permission.SeeVisits);

    private static readonly PermissionSet Working = Viewing.With(PermissionSet.Of(Permission.KeepOwn));

    public static PermissionSet PermissionsOf(Role role) => role switch
    {
        Role.Viewer => Working,
        Role.Dispatcher => Working.With(PermissionSet.Of(
            Permission.ReportIncident, Permission.Dispatch, Permission.HandleIncidents, Permission.SeeTracks, Permission.SeeReporters)),
        Role.GridManager => Working.With(PermissionSet.Of(
            Permission.ReportIncident, Permission.SeePlans, Permission.EditBoundaries, Permission.ManageFacilities, Permission.ManageVolunteers)),
        Role.Reviewer => Working.With(PermissionSet.Of(Permission.SeePlans, Permission.ReviewBoundaries)),
        Role.Administrator => PermissionSet.All,
        Role.Field => PermissionSet.Of(
            Permission.SeeMap,
            Permission.SeeIncidents,
            Permission.SeeVolunteers,
            Permission.ReportIncident,
            Permission.HandleIncidents,
            Permission.CheckIn,
            Permission.SeeVisits,
            Permission.SendPositions),
        Role.Integration => PermissionSet.Of(
            Permission.SeeMap, Permission.SeeIncidents, Permission.ReportIncident, Permission.SendPositions),
        // Everybody in the hall can reach its keyboard: it sees, and changes nothing.
        Role.Wall => Viewing,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    /// <summary>The word for a role in the database, the interfaces and the commands.</summary>
    public static string NameOf(Role role) => role switch
    {
        Role.Viewer => "viewer",
        Role.Dispatcher => "dispatcher",
        Role.GridManager => "grid_manager",
        Role.Reviewer => "reviewer",
        Role.Administrator => "administrator",
        Role.Field => "field",
        Role.Integration => "integration",
        Role.Wall => "wall",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    /// <summary>Null for a word that is no role: it then grants nothing.</summary>
    public static Role? Find(string name)
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            if (NameOf(role) == name)
            {
                return role;
            }
        }

        return null;
    }
}
