using System.Collections.Frozen;

namespace GridMap.Core.Access;

/// <summary>What a service token is for; a program gets no role but exactly what it needs.</summary>
public static class TokenScope
{
    private static readonly FrozenDictionary<string, PermissionSet> Scopes = new Dictionary<string, PermissionSet>
    {
        ["map.read"] = PermissionSet.Of(Permission.SeeMap),
        ["incident.read"] = PermissionSet.Of(Permission.SeeMap, Permission.SeeIncidents),
        ["incident.report"] = PermissionSet.Of(Permission.ReportIncident),
        ["patrol.read"] = PermissionSet.Of(Permission.SeeMap, Permission.SeePatrols, Permission.SeeVisits),
        ["alarm.read"] = PermissionSet.Of(Permission.SeeMap, Permission.SeeAlarms),
        ["volunteer.read"] = PermissionSet.Of(Permission.SeeMap, Permission.SeeVolunteers),
        ["incident.dispatch"] = PermissionSet.Of(
            Permission.SeeMap, Permission.SeeIncidents, Permission.SeePatrols, Permission.SeeAlarms, Permission.Dispatch, Permission.HandleIncidents),
        ["patrol.checkin"] = PermissionSet.Of(Permission.SeeMap, Permission.SeePatrols, Permission.SeeVisits, Permission.CheckIn),
        ["volunteer.manage"] = PermissionSet.Of(Permission.SeeMap, Permission.SeeVolunteers, Permission.ManageVolunteers),
        ["position.report"] = PermissionSet.Of(Permission.SendPositions),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IReadOnlyCollection<string> Names => Scopes.Keys;

    /// <summary>What a scope allows; a word that is no scope allows nothing.</summary>
    public static PermissionSet PermissionsOf(string scope) => Scopes.GetValueOrDefault(scope, PermissionSet.None);
}
