using GridMap.Core.Boundaries;
using GridMap.Core.Geography;
using GridMap.Districts.Land;
using NetTopologySuite.Geometries;

namespace GridMap.Districts.Tests.Land;

public sealed class LandDivisionTests
{
    private static readonly LandRules Rules = new();

    public static TheoryData<int> Seeds => [1, 2, 3, 4, 5, 6];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Atoms_tile_the_extent_exactly(int seed)
    {
        var draft = TestTown.Draw(seed: seed);
        var land = new LandDivision(draft, Rules).Run(CancellationToken.None);
        Assert.Null(MosaicInvariants.FindBreach(land.Mosaic));
        Assert.All(land.Shapes, shape => Assert.True(shape.IsValid));
        var whole = AreaAssembly.Assemble(land.Mosaic, new int[land.Shapes.Length], 1)[0];
        Assert.Empty(SegmentCancellation.LeftOver(land.Shapes, whole));
        Assert.Equal(draft.Extent.Area, whole.Area, 1e-9);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_atom_holds_more_households_than_the_rule_when_it_has_more_than_one_home(int seed)
    {
        var draft = TestTown.Draw(seed: seed);
        var land = new LandDivision(draft, Rules).Run(CancellationToken.None);
        var homes = land.AtomOfBuilding.CountBy(atom => atom).ToDictionary();
        Assert.All(Enumerable.Range(0, land.Shapes.Length).Where(atom => homes.GetValueOrDefault(atom) > 1), atom =>
            Assert.InRange(land.Households[atom], 0, Rules.AtomHouseholdsMost));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_cut_crosses_a_building(int seed)
    {
        var draft = TestTown.Draw(seed: seed);
        var land = new LandDivision(draft, Rules).Run(CancellationToken.None);
        Assert.All(draft.Buildings.Index(), building =>
            Assert.True(land.Shapes[land.AtomOfBuilding[building.Index]].Covers(building.Item.Footprint)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Slivers_and_strips_have_joined_a_neighbour(int seed)
    {
        var land = new LandDivision(TestTown.Draw(seed: seed), Rules).Run(CancellationToken.None);
        Assert.All(land.SquareMeters, squareMeters => Assert.True(squareMeters >= Rules.AtomSquareMetersLeast));
        Assert.All(Enumerable.Range(0, land.Shapes.Length).Where(atom => land.Households[atom] == 0), atom =>
            Assert.True(land.SquareMeters[atom] >= Rules.EmptyAtomSquareMetersLeast));
    }

    [Fact]
    public void Blocks_end_at_the_street_and_not_at_the_wall()
    {
        var draft = TestTown.Draw();
        var land = new LandDivision(draft, Rules).Run(CancellationToken.None);
        var onStreet = land.Mosaic.Edges.Where(edge => edge.Divider >= Divider.Lane && edge is { Left: >= 0, Right: >= 0 }).ToList();
        var populous = onStreet.Count(edge => land.Households[edge.Left] > 0 || land.Households[edge.Right] > 0);
        Assert.True(populous > onStreet.Count / 2);
    }

    [Fact]
    public void The_same_draft_gives_the_same_atoms()
    {
        var first = new LandDivision(TestTown.Draw(seed: 3), Rules).Run(CancellationToken.None);
        var second = new LandDivision(TestTown.Draw(seed: 3), Rules).Run(CancellationToken.None);
        Assert.Equal(first.Shapes.Select(shape => shape.AsText()), second.Shapes.Select(shape => shape.AsText()));
        Assert.Equal(first.Kinds, second.Kinds);
    }

    [Fact]
    public void The_river_is_water_and_the_homes_are_in_compounds()
    {
        var land = new LandDivision(TestTown.Draw(), Rules).Run(CancellationToken.None);
        Assert.Contains("water", land.Kinds);
        Assert.All(Enumerable.Range(0, land.Shapes.Length).Where(atom => land.Kinds[atom] == "water"), atom => Assert.Equal(0, land.Households[atom]));
        Assert.Contains("compound", land.Kinds);
    }

    [Fact]
    public void A_building_on_the_border_of_two_atoms_belongs_to_the_lower()
    {
        Polygon[] atoms = [Box(0, 0, 100), Box(100, 0, 100)];
        Assert.Equal(0, new AtomLocator(atoms).Find(new LatticePoint(100, 50)));
        Assert.Equal(1, new AtomLocator(atoms).Find(new LatticePoint(101, 50)));
        Assert.Equal(-1, new AtomLocator(atoms).Find(new LatticePoint(201, 50)));
    }

    [Fact]
    public void Cancelling_stops_the_division()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => new LandDivision(TestTown.Draw(), Rules).Run(stop.Token));
    }

    private static Polygon Box(int x, int y, int side) => Lattice.Factory.CreatePolygon(Array.ConvertAll(
        new[] { (x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y) },
        corner => new LatticePoint(corner.Item1, corner.Item2).ToCoordinate()));
}
