using GridMap.Core.Geography;

namespace GridMap.Core.Volunteers;

/// <summary>When somebody counts as there, and for how long they served.</summary>
public static class ActivityRules
{
    public const double FarthestMeters = 200;

    public static readonly TimeSpan EarliestBefore = TimeSpan.FromMinutes(30);

    private static readonly Refusal TooEarly = new(
        "ACTIVITY_NOT_BEGUN", $"Check in from {EarliestBefore.TotalMinutes:0} minutes before it starts.", $"活动开始前 {EarliestBefore.TotalMinutes:0} 分钟起可签到。");

    private static readonly Refusal Over = new("ACTIVITY_OVER", "This activity has ended or was cancelled.", "该活动已结束或已取消。");

    private static readonly Refusal NotSignedUp = new("NOT_SIGNED_UP", "Sign this volunteer up first.", "请先为该志愿者报名。");

    private static readonly Refusal NotStarted = new("ACTIVITY_NOT_BEGUN", "It can be finished once it has started.", "活动开始后方可结束。");

    /// <summary>Why somebody cannot check in; null when they can.</summary>
    public static Refusal? FindCheckInRefusal(
        (DateTimeOffset Starts, DateTimeOffset Ends, Position Place) activity, bool isSignedUp, Position claimed, DateTimeOffset now)
    {
        if (now >= activity.Ends)
        {
            return Over;
        }

        if (now < activity.Starts - EarliestBefore)
        {
            return TooEarly;
        }

        if (!isSignedUp)
        {
            return NotSignedUp;
        }

        var distance = Ellipsoid.DistanceMeters(activity.Place, claimed);
        return distance <= FarthestMeters
            ? null
            : new Refusal(
                "CHECK_IN_TOO_FAR",
                $"You are {distance:0} m from the activity: come within {FarthestMeters:0} m of it.",
                $"当前距活动地点 {distance:0} 米：请到 {FarthestMeters:0} 米以内签到。");
    }

    /// <summary>Why an activity cannot be finished; null when it can.</summary>
    public static Refusal? FindFinishRefusal(DateTimeOffset starts, DateTimeOffset now) => now < starts ? NotStarted : null;

    /// <summary>Minutes of service, in whole minutes: from the check-in, not before the start, to the finish, not after the end.</summary>
    public static int MinutesOf((DateTimeOffset Starts, DateTimeOffset Ends) activity, DateTimeOffset checkedIn, DateTimeOffset finished)
    {
        var from = checkedIn > activity.Starts ? checkedIn : activity.Starts;
        var until = finished < activity.Ends ? finished : activity.Ends;
        return until <= from ? 0 : (int)(until - from).TotalMinutes;
    }
}
