using GridMap.Core.Areas;

namespace GridMap.Districts.Division;

/// <summary>How a place is divided; data, so that a place can have its own.</summary>
public sealed record DivisionRules
{
    public HouseholdStandard Standard { get; init; } = new(300, 500, 1500, 3000, 7);

    /// <summary>How many grids the place should have; null: as many as the standard asks for.</summary>
    public int? GridCount { get; init; }

    /// <summary>How many households a subdistrict has where the source names none.</summary>
    public int SubdistrictHouseholds { get; init; } = 30_000;

    /// <summary>Empty land of this size becomes a grid of its own, with few households or none.</summary>
    public double OpenGridSquareMetersLeast { get; init; } = 1_500_000;

    public int Seed { get; init; } = 1;

    /// <summary>The number of grids a scale of the demo district is made for.</summary>
    public static int? GridCountOf(string? scale) => scale switch
    {
        "small" => 40,
        "district" => 810,
        "city" => 5000,
        _ => null,
    };
}
