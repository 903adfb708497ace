using GridMap.Core.Indicators;

namespace GridMap.Server.Indicators;

/// <summary>How many of how many.</summary>
public sealed record Share(int Numerator, int Denominator)
{
    public double? Value => Denominator == 0 ? null : (double)Numerator / Denominator;
}

/// <summary>Percentiles of the seconds from report to first responder on scene, of so many incidents.</summary>
public sealed record ResponseTimes(int Count, double? P50, double? P80, double? P90, double? P95);

/// <summary>The indicators of a period.</summary>
public sealed record Indicators(
    DateTimeOffset At,
    Share Closure,
    Share OnTimeClosure,
    Share OnTimeHandling,
    Share Rework,
    ResponseTimes ResponseTimes,
    Share PatrolPointRate,
    Share PatrolPresence,
    Composite? Composite);

/// <summary>What all the shares come to, in points from 0 to 100.</summary>
public sealed record Composite(double Score, Grade Grade);
