using GridMap.Core.Areas;
using GridMap.Core.Boundaries;
using GridMap.Core.Tests.Boundaries;

namespace GridMap.Core.Tests.Areas;

public sealed class TerritoryGrowthTests
{
    private static readonly Mosaic Board = RandomLand.Chessboard(10, 4);

    private static readonly Adjacency Neighbors = Adjacency.Of(Board);

    private static readonly (double X, double Y)[] Centres =
        [.. AreaAssembly.AssembleAtoms(Board).Select(atom => (atom.Centroid.X * 85_000, atom.Centroid.Y * 111_000))];

    private static readonly int West = Enumerable.Range(0, 40).MinBy(atom => Centres[atom].X);

    private static readonly int East = Enumerable.Range(0, 40).MaxBy(atom => Centres[atom].X);

    [Fact]
    public void Every_atom_goes_to_the_nearer_seed_and_territories_hang_together()
    {
        var seedOf = TerritoryGrowth.Grow(Neighbors, Centres, [West, East], [1, 1]);
        Assert.Equal([1, 1], Contiguity.CountPieces(Neighbors, seedOf, 2));
        Assert.InRange(seedOf.Count(seed => seed == 0), 16, 24);
    }

    [Fact]
    public void A_seed_with_too_few_households_reaches_farther()
    {
        var households = Centres.Select(centre => centre.X > Centres.Average(other => other.X) ? 100 : 10).ToArray();
        var seedOf = TerritoryGrowth.GrowPopulous(Neighbors, Centres, [West, East], households, least: 500);
        var west = Enumerable.Range(0, 40).Where(atom => seedOf[atom] == 0).Sum(atom => households[atom]);
        Assert.True(west >= 500, $"{west}");
        Assert.Equal([1, 1], Contiguity.CountPieces(Neighbors, seedOf, 2));
    }

    [Fact]
    public void Land_no_seed_can_reach_goes_to_the_nearest()
    {
        var islands = Mosaic.FromLines(
        [
            new BoundaryLine(RandomLand.Square(0, 0, 1000), Divider.Line, IsExtent: true),
            new BoundaryLine(RandomLand.Square(5000, 0, 1000), Divider.Line, IsExtent: true),
        ]);
        Assert.Equal([0, 0], TerritoryGrowth.Grow(Adjacency.Of(islands), [(0, 0), (100, 0)], [0], [1]));
    }
}
