namespace GridMap.Core.Boundaries.Importing;

/// <summary>How a file becomes a division.</summary>
/// <param name="ToleranceMeters">
/// Gaps, overlaps and strips no wider are taken for inaccuracy: they are mended and no land is cut for them. 0 to 50 m.
/// </param>
/// <param name="Grids">The grids whose land the file is to divide anew.</param>
/// <param name="Datum">That of the file's degrees.</param>
public sealed record ImportOptions(double ToleranceMeters, IReadOnlySet<int> Grids, SourceDatum Datum = SourceDatum.Wgs84)
{
    public const double DefaultToleranceMeters = 1;

    public const double MostToleranceMeters = 50;
}

/// <summary>What an import is doing.</summary>
public enum ImportStep
{
    Reading,
    LayingOver,
    FindingDefects,
    Cutting,
    Assigning,
}

/// <summary>How far an import has come: the step, and the share of it that is done, from 0 to 1.</summary>
public sealed record ImportProgress(ImportStep Step, double Share);
