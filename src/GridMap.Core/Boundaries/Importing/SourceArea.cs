using NetTopologySuite.Geometries;

namespace GridMap.Core.Boundaries.Importing;

/// <summary>One record of a file with a division in it: a polygon or several, perhaps faulty, and what the file says of them.</summary>
/// <param name="Record">Which record of the file it is, from 1.</param>
/// <param name="Code">Null or blank where the file has none.</param>
/// <param name="Shape">Degrees on the lattice; inside is what an odd number of its rings encloses.</param>
public sealed record SourceArea(int Record, string? Code, string? Name, string? NameEnglish, MultiPolygon Shape);
