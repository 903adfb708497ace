namespace GridMap.Districts.Life;

/// <summary>The points volunteers earn: by minutes of service and by wishes fulfilled.</summary>
public static class VolunteerPoints
{
    private const int MinutesPerPoint = 15;

    private const int PointsPerWish = 10;

    public static IEnumerable<PointsRow> OfActivity(ActivityRow activity) =>
        from signup in activity.Signups
        where signup.Minutes is not null
        select new PointsRow(signup.VolunteerId, Math.Max(1, (signup.Minutes ?? 0) / MinutesPerPoint), activity.Title, activity.EndsAt);

    public static PointsRow? OfWish(WishRow wish) =>
        wish.Claim is { DoneAt: { } done } claim ? new PointsRow(claim.VolunteerId, PointsPerWish, $"微心愿：{wish.Title}", done) : null;
}
