using GridMap.Core.Geography;

namespace GridMap.Core.Patrols;

/// <summary>The rules a fix has to pass. Each knows one reason; the order they are asked in is the pipeline's.</summary>
public static class FixRules
{
    private static readonly Refusal InTheFuture = new(
        "FIX_IN_THE_FUTURE", "The fix is more than five minutes ahead of the server's clock: set the device's clock.", "定位时间比服务器时钟快 5 分钟以上：请校准设备时钟。");

    /// <summary>Whether the receiver knew where it was, and whether the patrol can be there by what is known of it.</summary>
    public static FixVerdict CheckPlausibility(in Fix fix, in Fix? last, FixLimits limits)
    {
        var verdict = CheckReceiver(fix);
        verdict = verdict.IsPassed ? CheckAccuracy(fix, limits) : verdict;
        return verdict.IsPassed ? CheckMovement(fix, last, limits) : verdict;
    }

    public static FixVerdict CheckReceiver(in Fix fix) =>
        fix.Position is { Longitude: 0, Latitude: 0 } ? FixVerdict.Filtered(FixFilter.NoFix) : FixVerdict.Passes;

    public static FixVerdict CheckTime(in Fix fix, DateTimeOffset now, FixLimits limits)
    {
        if (fix.At - now > limits.LongestFuture)
        {
            return FixVerdict.Refused(InTheFuture);
        }

        return now - fix.At > limits.StaleAfter ? FixVerdict.Filtered(FixFilter.Stale) : FixVerdict.Passes;
    }

    public static FixVerdict CheckAccuracy(in Fix fix, FixLimits limits) =>
        fix.AccuracyMeters > limits.WorstAccuracyMeters ? FixVerdict.Filtered(FixFilter.Inaccurate) : FixVerdict.Passes;

    public static FixVerdict CheckDuty(bool wasOnDuty) => wasOnDuty ? FixVerdict.Passes : FixVerdict.Filtered(FixFilter.OffDuty);

    /// <summary>`last` is the last fix of this patrol that was kept; null when there is none.</summary>
    public static FixVerdict CheckOrder(in Fix fix, in Fix? last)
    {
        if (last is not { } kept || fix.At > kept.At)
        {
            return FixVerdict.Passes;
        }

        return FixVerdict.Filtered(fix.At == kept.At ? FixFilter.Duplicate : FixFilter.OutOfOrder);
    }

    /// <summary>
    /// Distance in metres on the ellipsoid against the time between the two fixes. A wrong first position does not lock a patrol out:
    /// the longer it lasts, the farther it may be away.
    /// </summary>
    public static FixVerdict CheckMovement(in Fix fix, in Fix? last, FixLimits limits)
    {
        if (last is not { } kept)
        {
            return FixVerdict.Passes;
        }

        var reach = limits.JumpToleranceMeters + limits.FastestMps * Math.Abs((fix.At - kept.At).TotalSeconds);
        return Ellipsoid.DistanceMeters(kept.Position, fix.Position) > reach ? FixVerdict.Filtered(FixFilter.Teleport) : FixVerdict.Passes;
    }
}
