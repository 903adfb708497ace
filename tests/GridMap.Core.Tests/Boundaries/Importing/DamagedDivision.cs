using GridMap.Core.Boundaries.Editing;
using GridMap.Core.Boundaries.Importing;
using GridMap.Core.Geography;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace GridMap.Core.Tests.Boundaries.Importing;

/// <summary>A division as a file has it, to be damaged: one record a grid, in the order of the grids' ids.</summary>
internal sealed class DamagedDivision
{
    private readonly List<SourceArea> _records;

    public DamagedDivision(Division division) =>
        _records = [.. division.GridIds.Order().Select((grid, i) => RecordOf(i + 1, division.RowOf(grid), division.ShapeOf(grid)))];

    public IReadOnlyList<SourceArea> Records => _records;

    public SourceArea this[int record] => _records[record - 1];

    public void Replace(int record, Func<SourceArea, SourceArea> change) => _records[record - 1] = change(this[record]);

    public void Add(string? code, Geometry shape) => _records.Add(new SourceArea(_records.Count + 1, code, null, null, Many(shape)));

    /// <summary>A record loses a piece of land.</summary>
    public void CutAway(int record, Geometry piece) => Combine(record, piece, SpatialFunction.Difference);

    /// <summary>A record takes a piece of land as well.</summary>
    public void Stretch(int record, Geometry piece) => Combine(record, piece, SpatialFunction.Union);

    /// <summary>Moves a vertex of one record alone; answers how many metres.</summary>
    public double Shift(int record, Coordinate vertex, double east, double north)
    {
        var moved = Lattice.Snap(vertex.X + east, vertex.Y + north);
        var polygon = (Polygon)this[record].Shape[0];
        var ring = Array.ConvertAll(polygon.ExteriorRing.Coordinates, point => point.Equals2D(vertex) ? moved : point);
        Replace(record, source => source with { Shape = Many(Lattice.Factory.CreatePolygon(ring)) });
        return Ellipsoid.DistanceMeters(vertex, moved);
    }

    /// <summary>A box between two places, in lattice steps from the origin of the chessboard.</summary>
    public static Polygon Box(int west, int south, int east, int north) => Polygon((west, south), (east, south), (east, north), (west, north));

    public static Polygon Polygon(params (int X, int Y)[] corners) => Lattice.Factory.CreatePolygon(
        [.. corners.Append(corners[0]).Select(corner => RandomLand.At(corner.X, corner.Y).ToCoordinate())]);

    public static MultiPolygon Many(Geometry shape) =>
        Lattice.Factory.CreateMultiPolygon([.. Enumerable.Range(0, shape.NumGeometries).Select(shape.GetGeometryN).OfType<Polygon>()]);

    private static SourceArea RecordOf(int record, GridRow row, MultiPolygon shape) => new(record, row.Code, row.Name, row.NameEnglish, shape);

    private void Combine(int record, Geometry piece, SpatialFunction function) => Replace(
        record, source => source with { Shape = Many(OverlayNG.Overlay(source.Shape, piece, function, Lattice.Precision)) });
}
