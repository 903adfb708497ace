using GridMap.Core.Geography;
using NetTopologySuite.Geometries;
using Position = GridMap.Core.Geography.Position;

namespace GridMap.Core.Boundaries.Importing;

/// <summary>
/// Whether a file lies beside the land by the same stretch everywhere: the median of how far the centres of polygons are from those of the grids with the
/// same code, where at least half of them are off by about the same.
/// </summary>
/// <param name="EastMeters">How far to the east the file lies.</param>
/// <param name="NorthMeters">How far to the north the file lies.</param>
/// <param name="IsGcj02">GCJ-02 would lie so at this land.</param>
internal sealed record DatumShift(double EastMeters, double NorthMeters, bool IsGcj02)
{
    private const double LeastMeters = 20;
    private const int LeastPairs = 3;

    public ImportDefect Defect => new(ImportDefectKind.Shifted)
    {
        Meters = double.Hypot(EastMeters, NorthMeters),
        Detail = FormattableString.Invariant($"{EastMeters:0} m E, {NorthMeters:0} m N{(IsGcj02 ? " = GCJ-02" : "")}"),
    };

    /// <summary>Null where the file does not lie aside.</summary>
    public static DatumShift? Find(IReadOnlyCollection<(Geometry Source, Geometry Grid)> pairs)
    {
        if (pairs.Count < LeastPairs)
        {
            return null;
        }

        var offsets = pairs.Select(pair => OffsetOf(pair.Grid.Centroid.Coordinate, pair.Source.Centroid.Coordinate)).ToList();
        var (east, north) = (Median(offsets.ConvertAll(offset => offset.East)), Median(offsets.ConvertAll(offset => offset.North)));
        var meters = double.Hypot(east, north);
        var alike = offsets.Count(offset => double.Hypot(offset.East - east, offset.North - north) < meters / 4);
        return meters < LeastMeters || 2 * alike < offsets.Count ? null : new DatumShift(east, north, IsOfGcj02(pairs.First().Grid.Centroid.Coordinate, east, north));
    }

    private static bool IsOfGcj02(Coordinate place, double east, double north)
    {
        var shifted = Gcj02.FromWgs84(new Position(place.X, place.Y));
        var expected = OffsetOf(place, new Coordinate(shifted.Longitude, shifted.Latitude));
        return double.Hypot(expected.East - east, expected.North - north) < double.Hypot(east, north) / 10;
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
