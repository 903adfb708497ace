using GridMap.Core.Geography;
using GridMap.Core.Response;

namespace GridMap.Core.Tests.Response;

public sealed class HexLatticeTests
{
    private static readonly Bounds Place = new(113.0, 40.0, 113.1, 40.1);

    [Fact]
    public void Every_place_is_in_the_hexagon_whose_middle_is_nearest()
    {
        var lattice = HexLattice.Over(Place, 400);
        var middles = Enumerable.Range(0, lattice.Columns * lattice.Rows).Select(hexagon => IncidentCell.Of(lattice.MiddleOf(hexagon))).ToArray();
        var chance = new Random(3);
        for (var i = 0; i < 500; i++)
        {
            var at = IncidentCell.Of(new Position(113.002 + chance.NextDouble() * 0.096, 40.002 + chance.NextDouble() * 0.096));
            var found = Assert.NotNull(lattice.Find(at.Column, at.Row));
            Assert.Equal(middles.Min(middle => Squared(middle, at)), Squared(middles[found], at), 1e4);
        }
    }

    [Fact]
    public void All_of_the_place_is_covered_by_hexagons_of_the_width()
    {
        var lattice = HexLattice.Over(Place, 250);
        foreach (var corner in new[] { (Place.West, Place.North), (Place.East, Place.North), (Place.West, Place.South), (Place.East, Place.South) })
        {
            var at = IncidentCell.Of(new Position(corner.Item1, corner.Item2));
            Assert.NotNull(lattice.Find(at.Column, at.Row));
        }

        Assert.Equal(250, lattice.WidthDegrees * Ellipsoid.MetersPerDegree(40.05).Longitude, 0.01);
        Assert.Null(lattice.Find(0, 0));
    }

    private static double Squared(IncidentCell one, IncidentCell other) =>
        Math.Pow(one.Column - (double)other.Column, 2) + Math.Pow(one.Row - (double)other.Row, 2);
}
