using GridMap.Core.Areas;
using GridMap.Core.Boundaries;
using GridMap.Core.Tests.Boundaries;

namespace GridMap.Core.Tests.Areas;

public sealed class BalancedSplitTests
{
    private const int Side = 14;

    private static readonly Mosaic Board = RandomLand.Chessboard(Side, Side);

    private static readonly Adjacency Neighbors = Adjacency.Of(Board);

    private static readonly (double X, double Y)[] Centres =
        [.. AreaAssembly.AssembleAtoms(Board).Select(atom => (atom.Centroid.X * 85_000, atom.Centroid.Y * 111_000))];

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(12)]
    public void Parts_hang_together_and_hold_about_the_same(int parts)
    {
        var households = RandomHouseholds(5);
        var areaOfAtom = Split(households, parts, seed: 3);
        Assert.All(Contiguity.CountPieces(Neighbors, areaOfAtom, parts), pieces => Assert.Equal(1, pieces));
        var mean = households.Sum() / (double)parts;
        Assert.All(Sums(households, areaOfAtom, parts), sum => Assert.InRange(sum, mean * 0.75, mean * 1.25));
    }

    [Fact]
    public void The_same_seed_splits_the_same_way()
    {
        var households = RandomHouseholds(9);
        Assert.Equal(Split(households, 6, seed: 1), Split(households, 6, seed: 1));
    }

    [Fact]
    public void Asking_for_more_parts_than_atoms_gives_one_each()
    {
        var split = new BalancedSplit(Neighbors, RandomHouseholds(1), Centres, 1);
        Assert.Equal(3, split.Split([0, 1, 2], 8).Count);
    }

    [Fact]
    public void Land_without_households_can_be_split()
    {
        var areaOfAtom = Split(new int[Side * Side], 4, seed: 2);
        Assert.All(Contiguity.CountPieces(Neighbors, areaOfAtom, 4), pieces => Assert.Equal(1, pieces));
    }

    [Fact]
    public void A_river_is_followed_rather_than_a_lane()
    {
        var lines = Board.ToLines().Append(new BoundaryLine([RandomLand.At(60_000, 0), RandomLand.At(60_000, Side * 10_000)], Divider.Water));
        var mosaic = Mosaic.FromLines([.. lines]);
        var adjacency = Adjacency.Of(mosaic);
        var households = Enumerable.Repeat(10, mosaic.AtomCount).ToArray();
        var (first, _, second) = new BalancedSplit(adjacency, households, Centres, 1) { Tolerance = 0.2 }.Bisect([.. Enumerable.Range(0, mosaic.AtomCount)], 2);
        var side = Enumerable.Range(0, mosaic.AtomCount).Select(atom => first.Contains(atom) ? 0 : 1).ToArray();
        Assert.NotEmpty(second);
        Assert.All(mosaic.Edges.Where(edge => edge is { Left: >= 0, Right: >= 0 } && side[edge.Left] != side[edge.Right]), edge => Assert.Equal(Divider.Water, edge.Divider));
    }

    [Fact]
    public void Refinement_evens_households_out_and_tears_nothing_apart()
    {
        var households = RandomHouseholds(4);
        var areaOfAtom = Split(households, 8, seed: 5);
        var target = households.Sum() / 8.0;
        var before = Sums(households, areaOfAtom, 8).Sum(sum => Math.Abs(sum - target));
        new BorderRefinement(Neighbors, households, target, (int)(target * 0.8), (int)(target * 1.2)).Run([.. Enumerable.Range(0, Side * Side)], areaOfAtom);
        Assert.All(Contiguity.CountPieces(Neighbors, areaOfAtom, 8), pieces => Assert.Equal(1, pieces));
        Assert.InRange(Sums(households, areaOfAtom, 8).Sum(sum => Math.Abs(sum - target)), 0, before);
    }

    [Fact]
    public void A_small_part_joins_the_neighbour_that_can_take_it()
    {
        var adjacency = Adjacency.Of(RandomLand.Chessboard(4, 1));
        int[] areaOfAtom = [0, 1, 2, 2];
        SmallParts.Dissolve(adjacency, [480, 90, 150, 150], [0, 1, 2, 3], areaOfAtom, least: 200, most: 500);
        Assert.Equal([0, 2, 2, 2], areaOfAtom);
    }

    private static int[] RandomHouseholds(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Side * Side).Select(_ => random.Next(5) == 0 ? 0 : random.Next(20, 90))];
    }

    private static int[] Split(int[] households, int parts, int seed)
    {
        var areaOfAtom = new int[Side * Side];
        var split = new BalancedSplit(Neighbors, households, Centres, seed).Split([.. Enumerable.Range(0, Side * Side)], parts);
        Assert.Equal(parts, split.Count);
        for (var part = 0; part < parts; part++)
        {
            Array.ForEach(split[part], atom => areaOfAtom[atom] = part);
        }

        return areaOfAtom;
    }

    private static int[] Sums(int[] households, int[] areaOfAtom, int parts)
    {
        var sums = new int[parts];
        for (var atom = 0; atom < households.Length; atom++)
        {
            sums[areaOfAtom[atom]] += households[atom];
        }

        return sums;
    }
}
