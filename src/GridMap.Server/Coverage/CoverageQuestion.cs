using GridMap.Core.Geography;

namespace GridMap.Server.Coverage;

/// <summary>Who is counted, and how fast they walk.</summary>
public enum CoveragePopulation
{
    Households,
    Elders,
}

/// <summary>What is asked: within which walk of which facilities, and what if.</summary>
public sealed record CoverageInput(
    string? Kind,
    string? Service,
    double? Minutes,
    double? Meters,
    DateTimeOffset? At,
    DateTimeOffset? AsOf,
    CoveragePopulation Population,
    string? Within,
    IReadOnlyList<CoverageChangeInput>? Changes);

/// <summary>One what-if: an existing facility moved, closed, opened or with other hours, or one added.</summary>
public sealed record CoverageChangeInput(string? FacilityId, Position? Position, bool? Closed, string? OpeningHours);
