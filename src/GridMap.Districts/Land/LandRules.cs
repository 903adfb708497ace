namespace GridMap.Districts.Land;

/// <summary>The measures by which land is cut into atoms; data, so that a place can have its own.</summary>
public sealed record LandRules
{
    /// <summary>An atom should hold at most so many households, so that grids of 300–500 can be composed.</summary>
    public int AtomHouseholdsMost { get; init; } = 150;

    /// <summary>Built-up land longer than this is cut across.</summary>
    public double AtomMetersMost { get; init; } = 700;

    /// <summary>Land larger than this is countryside and is not cut for its length.</summary>
    public double CountrySquareMetersLeast { get; init; } = 1_500_000;

    /// <summary>Anything smaller joins a neighbour.</summary>
    public double AtomSquareMetersLeast { get; init; } = 50;

    /// <summary>Land without households smaller than this joins a neighbour.</summary>
    public double EmptyAtomSquareMetersLeast { get; init; } = 1200;

    /// <summary>Land without households thinner than this (twice area over perimeter) joins a neighbour: medians, verges.</summary>
    public double EmptyAtomThicknessMetersLeast { get; init; } = 9;

    /// <summary>Land without households thinner than this between a wall and a street is shared out among what the walls enclose.</summary>
    public double StripThicknessMetersMost { get; init; } = 28;

    /// <summary>Distance of the points along walls whose Voronoi diagram divides a strip.</summary>
    public double StripSampleMeters { get; init; } = 1.5;

    /// <summary>A dividing line may stray so far from the exact middle to be straighter.</summary>
    public double StripWaveMeters { get; init; } = 0.8;
}
