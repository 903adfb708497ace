namespace GridMap.Core.Volunteers;

/// <summary>What volunteers earn, from a day on; versions follow each other.</summary>
/// <param name="MinutesPerPoint">Minutes of service for one point.</param>
/// <param name="StarPoints">The points from which on there is one star, two, and so on.</param>
public sealed record PointsRule(
    string Version, DateOnly EffectiveFrom, int MinutesPerPoint, int PointsPerWish, int PointsPerTopRating, IReadOnlyList<int> StarPoints)
{
    public const int TopRating = 5;

    /// <summary>The rule in force on a day; null before the first one.</summary>
    public static PointsRule? On(DateOnly day, IEnumerable<PointsRule> rules) =>
        rules.Where(rule => rule.EffectiveFrom <= day).MaxBy(rule => rule.EffectiveFrom);

    /// <summary>Points for minutes of service that were checked in: whole ones, at least one.</summary>
    public int ForService(int minutes) => Math.Max(1, minutes / MinutesPerPoint);

    public int ForRating(int rating) => rating == TopRating ? PointsPerTopRating : 0;

    /// <summary>Stars (星级) for all points somebody has.</summary>
    public int StarsFor(int points) => StarPoints.Count(needed => points >= needed);
}
