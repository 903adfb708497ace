using GridMap.Core.Areas;
using GridMap.Core.Boundaries.Editing;

namespace GridMap.Districts.Division;

/// <summary>How a place is divided; data, so that a place can have its own.</summary>
public sealed record DivisionRules
{
    private static readonly HouseholdStandard Usual = new(300, 500, 1500, 3000, 7);

    public HouseholdStandard Standard { get; init; } = Usual;

    /// <summary>How many grids the place should have; null: as many as the standard asks for.</summary>
    public int? GridCount { get; init; }

    /// <summary>How many households a subdistrict has where the source names none.</summary>
    public int SubdistrictHouseholds { get; init; } = 30_000;

    /// <summary>Empty land of this size becomes a grid of its own, with few households or none.</summary>
    public double OpenGridSquareMetersLeast { get; init; } = 1_500_000;

    public int Seed { get; init; } = 1;

    /// <summary>The standard that the rules of boundaries ask for; the usual number where they ask for none.</summary>
    public static HouseholdStandard StandardOf(BoundaryRules rules) => Usual with
    {
        GridLeast = rules.GridHouseholds?.Least ?? Usual.GridLeast,
        GridMost = rules.GridHouseholds?.Most ?? Usual.GridMost,
        CommunityLeast = rules.CommunityHouseholds?.Least ?? Usual.CommunityLeast,
        CommunityMost = rules.CommunityHouseholds?.Most ?? Usual.CommunityMost,
    };

    /// <summary>The number of grids a scale of the demo district is made for.</summary>
    public static int? GridCountOf(string? scale) => scale switch
    {
        "small" => 40,
        "district" => 810,
        "city" => 5000,
        _ => null,
    };
}
