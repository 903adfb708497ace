using NetTopologySuite.Geometries;

namespace GridMap.Districts.Division;

/// <summary>What an area sums up to.</summary>
public sealed record AreaSums(int Households, int Persons, int Elders, int Buildings);

/// <summary>One area of any level with its shape and sums, as it is written.</summary>
public sealed record AreaModel(
    int Id,
    string Level,
    string Code,
    string Name,
    string? NameEnglish,
    int? ParentId,
    string? HeadName,
    MultiPolygon Shape,
    Point LabelPoint,
    double SquareMeters,
    AreaSums Sums);

/// <summary>All areas, parents before children, and the grid (an area id) of every atom.</summary>
public sealed record DividedAreas(IReadOnlyList<AreaModel> Areas, int[] GridOfAtom);
