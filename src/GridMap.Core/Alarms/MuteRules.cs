namespace GridMap.Core.Alarms;

/// <summary>How long and with which words somebody may silence alarms for themselves.</summary>
public static class MuteRules
{
    public const int MaxReason = 200;

    /// <summary>Nobody forgets a silence over a shift.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private static readonly Refusal EndPassed = new("MUTE_END_PASSED", "Send an end later than now.", "静音结束时间须晚于当前时间。");

    private static readonly Refusal TooLong = new(
        "MUTE_TOO_LONG", $"Silence lasts at most {Longest.TotalHours:0} hours: send an earlier end, and mute again then.", $"静音最长 {Longest.TotalHours:0} 小时：请提前结束时间，到时可再次静音。");

    private static readonly Refusal ReasonUnfit = new(
        "TEXT_LENGTH", $"Say why in 1 to {MaxReason} characters; others see it.", $"请用 1 至 {MaxReason} 个字说明原因，他人可见。");

    private static readonly Refusal NothingChosen = new(
        "MUTE_EMPTY", "Name at least one kind and one severity, or leave the list out for all.", "请至少选择一类报警和一个级别，或不传以表示全部。");

    public static Refusal? FindRefusal(Mute mute, string reason, DateTimeOffset now)
    {
        if (mute.Until <= now)
        {
            return EndPassed;
        }

        if (mute.Until - now > Longest)
        {
            return TooLong;
        }

        if (mute.Kinds is { Count: 0 } || mute.Severities is { Count: 0 })
        {
            return NothingChosen;
        }

        var length = reason.Trim().Length;
        return length is >= 1 and <= MaxReason && Incidents.PlainText.Holds(reason) ? null : ReasonUnfit;
    }
}
