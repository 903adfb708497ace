namespace GridMap.Core.Boundaries.Importing;

/// <summary>What becomes of one grid of a file.</summary>
/// <param name="Records">The records it is made of.</param>
/// <param name="Grid">Its number in the division that comes of it; null where it gets no land.</param>
/// <param name="IsNew">It is no grid of today.</param>
/// <param name="SourceSquareMeters">Of its polygons as they are in the file.</param>
/// <param name="SquareMeters">Of the grid that comes of it.</param>
public sealed record ImportedGrid(int[] Records, int? Grid, string? Code, string? Name, bool IsNew, double SourceSquareMeters, double SquareMeters)
{
    public double DifferenceSquareMeters => SquareMeters - SourceSquareMeters;
}

/// <summary>How many defects of a kind there are and how much land they are about.</summary>
public sealed record DefectTotal(ImportDefectKind Kind, int Count, double SquareMeters, int BeyondTolerance);

/// <summary>Everything an import finds and would do.</summary>
/// <param name="SuggestedDatum">The datum by which the file would lie on the land; null where it lies well as it is, or by none that is known.</param>
/// <param name="CoveredShare">How much of the land the file covers, from 0 to 1.</param>
/// <param name="Retired">Codes of the grids of today that are no more.</param>
/// <param name="CutAtoms">Atoms that had to be cut.</param>
/// <param name="SquareMeters">Of the land that is divided.</param>
/// <param name="SourceSquareMeters">Of all polygons of the file.</param>
public sealed record ImportReport(
    double ToleranceMeters,
    SourceDatum? SuggestedDatum,
    ImportDefect[] Defects,
    ImportedGrid[] Grids,
    string[] Retired,
    int CutAtoms,
    double CoveredShare,
    double SquareMeters,
    double SourceSquareMeters)
{
    public DefectTotal[] Totals =>
    [
        .. Defects.GroupBy(defect => defect.Kind).OrderBy(kind => kind.Key).Select(kind => new DefectTotal(
            kind.Key, kind.Count(), kind.Sum(defect => defect.SquareMeters ?? 0), kind.Count(defect => !defect.IsWithinTolerance))),
    ];
}
