namespace GridMap.Core.Alarms;

/// <summary>When a condition becomes an alarm, and how it behaves then.</summary>
/// <param name="After">What is wrong for so long is an alarm.</param>
/// <param name="RepeatEvery">How often it sounds until somebody acknowledges it; null for once.</param>
/// <param name="EscalateAfter">How long it may stay unacknowledged; null for ever.</param>
public sealed record AlarmRule(AlarmKind Kind, bool IsEnabled, AlarmSeverity Severity, TimeSpan After, TimeSpan? RepeatEvery, TimeSpan? EscalateAfter)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private static readonly Refusal AfterOutOfRange = new(
        "ALARM_AFTER_OUT_OF_RANGE", "Send afterSeconds from 0 to 86400; a grid or a patrol needs at least 120.", "afterSeconds 须在 0 至 86400 之间；网格无巡查与巡查失联至少 120 秒。");

    private static readonly Refusal RepeatOutOfRange = new(
        "ALARM_REPEAT_OUT_OF_RANGE", "Send repeatSeconds from 5 to 86400, or null; an urgent alarm has to repeat.", "repeatSeconds 须在 5 至 86400 之间或为 null；紧急报警必须重复。");

    private static readonly Refusal EscalateOutOfRange = new(
        "ALARM_ESCALATE_OUT_OF_RANGE", "Send escalateSeconds from 30 to 86400, or null.", "escalateSeconds 须在 30 至 86400 之间或为 null。");

    /// <summary>Why this can be no rule; null when it can.</summary>
    public Refusal? FindRefusal()
    {
        // Positions come once in a while; less than that would be an alarm about the device.
        var shortest = Kind is AlarmKind.GridUnpatrolled or AlarmKind.PatrolSilent or AlarmKind.TrackingLost ? TimeSpan.FromMinutes(2) : TimeSpan.Zero;
        if (After < shortest || After > Longest)
        {
            return AfterOutOfRange;
        }

        if (RepeatEvery is { } repeat ? repeat < TimeSpan.FromSeconds(5) || repeat > Longest : Severity == AlarmSeverity.Urgent)
        {
            return RepeatOutOfRange;
        }

        return EscalateAfter is { } escalate && (escalate < TimeSpan.FromSeconds(30) || escalate > Longest) ? EscalateOutOfRange : null;
    }
}
