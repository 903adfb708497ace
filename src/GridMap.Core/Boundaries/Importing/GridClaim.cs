namespace GridMap.Core.Boundaries.Importing;

/// <summary>What records of a file with one code claim together to be one grid.</summary>
/// <param name="Sources">The indexes of the source areas, ascending.</param>
/// <param name="Grid">The grid of today that it is; null where it is none.</param>
/// <param name="SquareMeters">Of its land in the overlay, outside included.</param>
internal sealed record GridClaim(int[] Sources, string? Code, string? Name, string? NameEnglish, int? Grid, double SquareMeters);
