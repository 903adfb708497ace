using GridMap.Core.Boundaries;

namespace GridMap.Core.Tests.Boundaries;

public sealed class AreaAssemblyTests
{
    [Fact]
    public void Pieces_that_touch_in_a_point_are_parts_of_their_own()
    {
        var mosaic = RandomLand.Chessboard(2, 2);
        var diagonal = AreaAssembly.Assemble(mosaic, Areas(mosaic, (x, y) => (x + y) % 2), 2);
        Assert.All(diagonal, area =>
        {
            Assert.True(area.IsValid);
            Assert.Equal(2, area.NumGeometries);
        });
    }

    [Fact]
    public void A_hole_that_touches_the_outline_in_a_point_stays_a_hole()
    {
        var mosaic = RandomLand.Chessboard(3, 3);
        var areas = AreaAssembly.Assemble(mosaic, Areas(mosaic, (x, y) => (x, y) is (1, 1) or (2, 2) ? 1 : 0), 2);
        Assert.All(areas, area => Assert.True(area.IsValid, area.AsText()));
        Assert.Equal(1, areas[0].NumGeometries);
    }

    [Fact]
    public void Two_holes_that_touch_stay_valid()
    {
        var mosaic = RandomLand.Chessboard(4, 4);
        var areas = AreaAssembly.Assemble(mosaic, Areas(mosaic, (x, y) => (x, y) is (1, 1) or (2, 2) ? 1 : 0), 2);
        Assert.All(areas, area => Assert.True(area.IsValid, area.AsText()));
        Assert.Equal(2, ((NetTopologySuite.Geometries.Polygon)areas[0][0]).NumInteriorRings);
    }

    [Fact]
    public void Neighbours_share_every_coordinate_of_their_border()
    {
        var mosaic = Mosaic.FromLines(RandomLand.Lines(7, 2_000_000));
        var areas = AreaAssembly.Assemble(mosaic, [.. Enumerable.Range(0, mosaic.AtomCount).Select(atom => atom % 2)], 2);
        var common = areas[0].Coordinates.Intersect(areas[1].Coordinates).ToList();
        var border = mosaic.Edges.Where(edge => edge is { Left: >= 0, Right: >= 0 } && edge.Left % 2 != edge.Right % 2).SelectMany(edge => edge.Course);
        Assert.All(border, point => Assert.Contains(point.ToCoordinate(), common));
    }

    private static int[] Areas(Mosaic mosaic, Func<int, int, int> areaAt)
    {
        var origin = RandomLand.At(0, 0);
        return [.. AreaAssembly.AssembleAtoms(mosaic).Select(atom =>
        {
            var centre = GridMap.Core.Geography.LatticePoint.From(atom.Centroid.Coordinate);
            return areaAt((centre.X - origin.X) / 10_000, (centre.Y - origin.Y) / 10_000);
        })];
    }
}
