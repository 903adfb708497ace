namespace GridMap.Core.Patrols;

/// <summary>How far a fix may go before a rule stops it.</summary>
public sealed record FixLimits
{
    public TimeSpan LongestFuture { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>A phone that was offline sends what it has kept; older than this it does not matter any more.</summary>
    public TimeSpan StaleAfter { get; init; } = TimeSpan.FromHours(24);

    public double WorstAccuracyMeters { get; init; } = 500;

    /// <summary>216 km/h: faster than any patrol vehicle.</summary>
    public double FastestMps { get; init; } = 60;

    /// <summary>What a receiver among high buildings jumps without moving.</summary>
    public double JumpToleranceMeters { get; init; } = 200;
}
