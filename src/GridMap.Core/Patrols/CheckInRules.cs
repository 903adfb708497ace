using GridMap.Core.Geography;

namespace GridMap.Core.Patrols;

/// <summary>How near and how soon a visit must be proved.</summary>
public sealed record CheckInLimits
{
    /// <summary>What a phone between houses is off, and a few steps.</summary>
    public double FarthestMeters { get; init; } = 50;

    /// <summary>A phone that was offline for a long shift sends what it has kept; older than this it proves nothing any more.</summary>
    public TimeSpan OldestAge { get; init; } = TimeSpan.FromHours(12);

    /// <summary>What the clock of a phone may be ahead.</summary>
    public TimeSpan LongestFuture { get; init; } = TimeSpan.FromMinutes(5);
}

/// <summary>A visit that was proved, and how far from the point.</summary>
public readonly record struct ProvedVisit(DateTimeOffset At, double DistanceMeters);

/// <summary>Whether somebody was at a patrol point: proved by position and time.</summary>
public static class CheckInRules
{
    /// <summary>The visit, never later than now, or why it is not proved.</summary>
    public static Result<ProvedVisit> Judge(Position point, Position claimed, DateTimeOffset at, DateTimeOffset now, CheckInLimits limits)
    {
        if (at - now > limits.LongestFuture)
        {
            return new Refusal("CHECK_IN_IN_THE_FUTURE", "The check-in is ahead of the server's clock: set the device's clock.", "打卡时间晚于服务器时钟：请校准设备时钟。");
        }

        if (now - at > limits.OldestAge)
        {
            return new Refusal(
                "CHECK_IN_TOO_OLD",
                $"The check-in is more than {limits.OldestAge.TotalHours:0} hours old: visit the point again.",
                $"打卡已超过 {limits.OldestAge.TotalHours:0} 小时：请重新到点打卡。");
        }

        var distance = Ellipsoid.DistanceMeters(point, claimed);
        return distance <= limits.FarthestMeters
            ? new ProvedVisit(at < now ? at : now, distance)
            : new Refusal(
                "CHECK_IN_TOO_FAR",
                $"You are {distance:0} m from the point: come within {limits.FarthestMeters:0} m of it.",
                $"当前距点位 {distance:0} 米：请到 {limits.FarthestMeters:0} 米以内打卡。");
    }
}
