using System.Collections.Frozen;
using System.Collections.Immutable;
using GridMap.Core.Patrols;

namespace GridMap.Server.Patrols;

/// <summary>A patrol with its device, its grid and its shifts.</summary>
public sealed record RosterEntry(int PatrolId, string DeviceId, int? GridId, ImmutableArray<DutyShift> Shifts);

/// <summary>Who carries which device and who is on duty when, as it was at the last reading.</summary>
public sealed record DutyRoster(TimeZoneInfo TimeZone, FrozenDictionary<string, RosterEntry> ByDevice, FrozenDictionary<int, RosterEntry> ByPatrol)
{
    public static DutyRoster Of(TimeZoneInfo timeZone, IReadOnlyCollection<RosterEntry> entries) => new(
        timeZone,
        entries.ToFrozenDictionary(entry => entry.DeviceId, StringComparer.Ordinal),
        entries.ToFrozenDictionary(entry => entry.PatrolId));

    public bool IsOnDuty(RosterEntry entry, DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, TimeZone).DateTime;
        foreach (var shift in entry.Shifts)
        {
            if (shift.Covers(local))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>When its present shift ends; null off duty.</summary>
    public DateTimeOffset? OnShiftUntil(int patrolId, DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, TimeZone).DateTime;
        return ByPatrol.TryGetValue(patrolId, out var entry) && DutyShift.EndOf(entry.Shifts, local) is { } end
            ? new DateTimeOffset(end, TimeZone.GetUtcOffset(end))
            : null;
    }

    public bool IsOnDuty(int patrolId, DateTimeOffset at) => ByPatrol.TryGetValue(patrolId, out var entry) && IsOnDuty(entry, at);
}
