using GridMap.Core.Boundaries.Editing;
using GridMap.Core.Boundaries.Importing;
using GridMap.Core.Geography;

namespace GridMap.Core.Tests.Boundaries.Importing;

/// <summary>Holds what a report says against the division that came of it, measured anew.</summary>
internal static class ImportProof
{
    public static void AssertAsTold(Division division, ImportReport report, IReadOnlyList<SourceArea> sources)
    {
        foreach (var grid in report.Grids.Where(grid => grid.Grid is not null))
        {
            var records = sources.Where(source => grid.Records.Contains(source.Record)).ToList();
            var result = Ellipsoid.AreaSquareMeters(division.ShapeOf(grid.Grid!.Value));
            Assert.Equal(result, grid.SquareMeters, 6);
            if (records.TrueForAll(source => source.Shape.IsValid))
            {
                Assert.InRange(Math.Abs(result - records.Sum(source => Ellipsoid.AreaSquareMeters(source.Shape))), 0, Math.Abs(grid.DifferenceSquareMeters) + 1e-6);
            }
        }

        var made = report.Grids.Where(grid => grid.Grid is not null).Sum(grid => grid.SquareMeters);
        Assert.InRange(made / report.SquareMeters, 0.9999, 1.0001);
    }
}
