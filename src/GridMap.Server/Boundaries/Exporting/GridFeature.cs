using NetTopologySuite.Geometries;

namespace GridMap.Server.Boundaries.Exporting;

/// <summary>A grid as a file has it. The names of the members are those of the fields.</summary>
/// <param name="Change">`new`, `changed` or `retired`; null where nothing is planned.</param>
public sealed record GridFeature(
    string Code, string Name, string? NameEn, string Community, string CommunityName, string? Change, int Households, int Persons, double AreaM2, Geometry Shape);
