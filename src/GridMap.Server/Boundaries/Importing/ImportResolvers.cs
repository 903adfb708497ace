using GridMap.Core.Boundaries.Importing;
using GridMap.GraphQL.Execution;

namespace GridMap.Server.Boundaries.Importing;

/// <summary>What hangs on an import.</summary>
[ObjectType<DivisionImportJob>("DivisionImport")]
public static class DivisionImportResolvers
{
    public static ImportStep Step([Parent] DivisionImportJob import) => import.Progress.Step;

    public static double Share([Parent] DivisionImportJob import) => import.Progress.Share;

    public static ImportedDivision? Report([Parent] DivisionImportJob import) => import.Checked?.Division;
}

/// <summary>A report with what would be done, as the schema names it.</summary>
[ObjectType<ImportedDivision>("ImportReport")]
public static class ImportReportResolvers
{
    private const int MostDefects = 2_000;

    public static SourceDatum? SuggestedDatum([Parent] ImportedDivision import) => import.Report.SuggestedDatum;

    public static double CoveredShare([Parent] ImportedDivision import) => import.Report.CoveredShare;

    public static double SquareMeters([Parent] ImportedDivision import) => import.Report.SquareMeters;

    public static double SourceSquareMeters([Parent] ImportedDivision import) => import.Report.SourceSquareMeters;

    public static int CutAtoms([Parent] ImportedDivision import) => import.Report.CutAtoms;

    public static int Operations([Parent] ImportedDivision import) => import.Outcomes.Length;

    public static IReadOnlyList<string> Retired([Parent] ImportedDivision import) => import.Report.Retired;

    public static IReadOnlyList<DefectTotal> Totals([Parent] ImportedDivision import) => import.Report.Totals;

    public static IReadOnlyList<ImportDefect> Defects([Parent] ImportedDivision import) =>
        [.. import.Report.Defects.OrderBy(defect => defect.Kind == ImportDefectKind.MismatchedVertex).ThenByDescending(defect => defect.Meters ?? double.MaxValue).Take(MostDefects)];

    public static IReadOnlyList<ImportedGrid> Grids([Parent] ImportedDivision import) =>
        [.. import.Report.Grids.OrderByDescending(grid => Math.Abs(grid.DifferenceSquareMeters))];
}

/// <summary>What a step of an import answers with.</summary>
[ObjectType<ImportAnswer>("DivisionImportPayload")]
public static class DivisionImportPayloadResolvers;
