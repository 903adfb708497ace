using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Boundaries.Importing;

/// <summary>
/// Whether a file lies beside the land by the same stretch everywhere: the median of how far the centres of polygons are from those of the grids with the
/// same code, where at least half of them are off by about the same.
/// </summary>
internal static class DatumShift
{
    private const double LeastMeters = 20;
    private const int LeastPairs = 3;

    public static ImportDefect? Find(IEnumerable<(Geometry Source, Geometry Grid)> pairs)
    {
        var offsets = pairs.Select(pair => OffsetOf(pair.Grid.Centroid.Coordinate, pair.Source.Centroid.Coordinate)).ToList();
        if (offsets.Count < LeastPairs)
        {
            return null;
        }

        var (east, north) = (Median(offsets.ConvertAll(offset => offset.East)), Median(offsets.ConvertAll(offset => offset.North)));
        var meters = double.Hypot(east, north);
        var alike = offsets.Count(offset => double.Hypot(offset.East - east, offset.North - north) < meters / 4);
        return meters < LeastMeters || 2 * alike < offsets.Count
            ? null
            : new ImportDefect(ImportDefectKind.Shifted) { Meters = meters, Detail = FormattableString.Invariant($"{east:0} m E, {north:0} m N") };
    }

    private static (double East, double North) OffsetOf(Coordinate from, Coordinate to)
    {
        var (perLongitude, perLatitude) = Ellipsoid.MetersPerDegree(from.Y);
        return ((to.X - from.X) * perLongitude, (to.Y - from.Y) * perLatitude);
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
