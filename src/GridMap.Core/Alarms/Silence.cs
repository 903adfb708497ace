using GridMap.Core.Patrols;

namespace GridMap.Core.Alarms;

/// <summary>Why an alarm makes no sound for somebody.</summary>
public enum SilenceReason
{
    /// <summary>They have muted it.</summary>
    Muted,

    /// <summary>It is their quiet hours.</summary>
    QuietHours,
}

/// <summary>Somebody's own silence until a time.</summary>
/// <param name="Kinds">Null for all.</param>
/// <param name="Severities">Null for all.</param>
/// <param name="AreaId">Null for everywhere.</param>
public sealed record Mute(IReadOnlyList<AlarmKind>? Kinds, IReadOnlyList<AlarmSeverity>? Severities, int? AreaId, DateTimeOffset Until)
{
    /// <param name="areaPath">The area of the alarm and all it lies in.</param>
    public bool Covers(AlarmKind kind, AlarmSeverity severity, IReadOnlyList<int> areaPath, DateTimeOffset now) =>
        now < Until
        && Kinds?.Contains(kind) != false
        && Severities?.Contains(severity) != false
        && (AreaId is not { } area || areaPath.Contains(area));
}

/// <summary>The hours in which somebody wants to hear nothing, or nothing but what is urgent.</summary>
public sealed record QuietHours(DutyShift Hours, bool SilencesUrgent)
{
    /// <param name="local">The time on the clock of the place.</param>
    public bool Covers(AlarmSeverity severity, DateTime local) => (SilencesUrgent || severity != AlarmSeverity.Urgent) && Hours.Covers(local);
}

/// <summary>Whether an alarm sounds for somebody. Silence is for the ear only: the alarm is shown and counted all the same.</summary>
public static class Silences
{
    /// <summary>Null when it sounds. What has escalated sounds for everybody, whatever they have muted.</summary>
    public static SilenceReason? Judge(
        (AlarmKind Kind, AlarmSeverity Severity, bool IsEscalated) alarm,
        IReadOnlyList<int> areaPath,
        IEnumerable<Mute> mutes,
        QuietHours? quiet,
        (DateTimeOffset Now, DateTime Local) clock)
    {
        if (alarm.IsEscalated)
        {
            return null;
        }

        if (mutes.Any(mute => mute.Covers(alarm.Kind, alarm.Severity, areaPath, clock.Now)))
        {
            return SilenceReason.Muted;
        }

        return quiet?.Covers(alarm.Severity, clock.Local) == true ? SilenceReason.QuietHours : null;
    }
}
