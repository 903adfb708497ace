using GridMap.Core.Geography;
using NetTopologySuite.Operation.Valid;

namespace GridMap.Core.Boundaries.Importing;

/// <summary>What is wrong with records by themselves: no land, rings that cross themselves, no code, one code for several, slivers.</summary>
internal static class RecordFaults
{
    /// <summary>The indexes of the sources that are too small or too thin to be a grid.</summary>
    public static IReadOnlySet<int> FindSlivers(IReadOnlyList<SourceArea> sources, double toleranceMeters) => sources.Index()
        .Where(pair => !pair.Item.Shape.IsEmpty && (SquareMetersOf(pair.Item) < LandShares.LeastSquareMeters || WidthOf(pair.Item) <= toleranceMeters))
        .Select(pair => pair.Index).ToHashSet();

    public static IEnumerable<ImportDefect> Find(IReadOnlyList<SourceArea> sources, IReadOnlySet<int> slivers) =>
    [
        .. sources.Where(source => source.Shape.IsEmpty).Select(source => new ImportDefect(ImportDefectKind.Empty) { Records = [source.Record], Detail = source.Code ?? source.Name }),
        .. sources.Select(FindCrossing).OfType<ImportDefect>(),
        .. slivers.Order().Select(source => SliverOf(sources[source])),
        .. sources.Where((source, i) => source.Code is null && !source.Shape.IsEmpty && !slivers.Contains(i))
            .Select(source => new ImportDefect(ImportDefectKind.MissingCode) { Records = [source.Record], Place = PlaceOf(source), Detail = source.Name }),
        .. sources.Where(source => source.Code is not null && !source.Shape.IsEmpty).GroupBy(source => source.Code).Where(group => group.Count() > 1)
            .Select(group => new ImportDefect(ImportDefectKind.DuplicateCode)
            {
                Records = [.. group.Select(source => source.Record)],
                Place = PlaceOf(group.Last()),
                Detail = group.Key,
            }),
    ];

    /// <summary>Mean width in metres: 2 · area / perimeter.</summary>
    private static double WidthOf(SourceArea source)
    {
        var perimeter = source.Shape.Geometries.Cast<NetTopologySuite.Geometries.Polygon>()
            .SelectMany(polygon => polygon.InteriorRings.Prepend(polygon.ExteriorRing)).Sum(Ellipsoid.LengthMeters);
        return perimeter > 0 ? 2 * SquareMetersOf(source) / perimeter : 0;
    }

    private static double SquareMetersOf(SourceArea source) => Ellipsoid.AreaSquareMeters(source.Shape);

    private static Position PlaceOf(SourceArea source) => LatticePoint.From(source.Shape.InteriorPoint.Coordinate).ToPosition();

    private static ImportDefect SliverOf(SourceArea source) => new(ImportDefectKind.Sliver)
    {
        Records = [source.Record],
        SquareMeters = SquareMetersOf(source),
        Meters = WidthOf(source),
        Place = PlaceOf(source),
        Shape = source.Shape,
        IsWithinTolerance = true,
    };

    private static ImportDefect? FindCrossing(SourceArea source)
    {
        if (source.Shape.IsEmpty || new IsValidOp(source.Shape).ValidationError is not { } fault)
        {
            return null;
        }

        return new ImportDefect(ImportDefectKind.SelfCrossing)
        {
            Records = [source.Record],
            Place = LatticePoint.From(fault.Coordinate).ToPosition(),
            Detail = fault.Message,
        };
    }
}
