using GridMap.Core.Boundaries;
using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Tests.Boundaries;

public sealed class MosaicTests
{
    public static TheoryData<int, int> Lands
    {
        get
        {
            var lands = new TheoryData<int, int>();
            foreach (var seed in Enumerable.Range(1, 25))
            {
                lands.Add(seed, 40);
                lands.Add(seed, 3_000);
                lands.Add(seed, 2_000_000);
            }

            return lands;
        }
    }

    [Theory]
    [MemberData(nameof(Lands))]
    public void Any_lines_make_a_mosaic_without_gap_or_overlap(int seed, int size)
    {
        var mosaic = Mosaic.FromLines(RandomLand.Lines(seed, size));
        Assert.Null(MosaicInvariants.FindBreach(mosaic));
        var atoms = AreaAssembly.AssembleAtoms(mosaic);
        Assert.All(atoms, atom => Assert.True(atom.IsValid, atom.AsText()));
        Assert.Empty(SegmentCancellation.LeftOver(atoms, Whole(mosaic)));
        Assert.Equal(2L * size * size, MosaicInvariants.TwiceAreas(mosaic)[mosaic.AtomCount]);
    }

    [Theory]
    [MemberData(nameof(Lands))]
    public void Any_grouping_of_atoms_keeps_tiling_the_whole(int seed, int size)
    {
        var mosaic = Mosaic.FromLines(RandomLand.Lines(seed, size));
        var random = new Random(seed);
        var areaOfAtom = Enumerable.Range(0, mosaic.AtomCount).Select(_ => random.Next(4)).ToArray();
        var areas = AreaAssembly.Assemble(mosaic, areaOfAtom, 4);
        Assert.All(areas, area => Assert.True(area.IsValid, area.AsText()));
        Assert.Empty(SegmentCancellation.LeftOver(areas, Whole(mosaic)));
    }

    [Theory]
    [MemberData(nameof(Lands))]
    public void Merged_atoms_are_a_mosaic_again(int seed, int size)
    {
        var mosaic = Mosaic.FromLines(RandomLand.Lines(seed, size));
        var adjacency = Adjacency.Of(mosaic);
        var sets = new DisjointSets(mosaic.AtomCount);
        var random = new Random(seed);
        for (var atom = 0; atom < mosaic.AtomCount; atom++)
        {
            var around = adjacency.Neighbor[adjacency.Around(atom)];
            if (around.Length > 0 && random.Next(2) == 0)
            {
                sets.Join(atom, around[random.Next(around.Length)]);
            }
        }

        var names = Enumerable.Range(0, mosaic.AtomCount).Select(sets.Find).Distinct().Order().ToList();
        var merged = mosaic.Merge([.. Enumerable.Range(0, mosaic.AtomCount).Select(atom => names.IndexOf(sets.Find(atom)))], names.Count);
        Assert.Null(MosaicInvariants.FindBreach(merged));
        Assert.Empty(SegmentCancellation.LeftOver(AreaAssembly.AssembleAtoms(merged), Whole(merged)));
    }

    [Fact]
    public void Dead_ends_and_lines_outside_bound_nothing()
    {
        var plain = Mosaic.FromLines([new BoundaryLine(RandomLand.Square(0, 0, 1000), Divider.Line, IsExtent: true)]);
        var cluttered = Mosaic.FromLines(
        [
            new BoundaryLine(RandomLand.Square(0, 0, 1000), Divider.Line, IsExtent: true),
            new BoundaryLine([RandomLand.At(200, 200), RandomLand.At(500, 500), RandomLand.At(500, 700)], Divider.Lane),
            new BoundaryLine(RandomLand.Square(2000, 0, 500), Divider.Wall),
        ]);
        Assert.Equal(1, plain.AtomCount);
        Assert.Equal(1, cluttered.AtomCount);
        Assert.Equal(AreaAssembly.AssembleAtoms(plain)[0].Area, AreaAssembly.AssembleAtoms(cluttered)[0].Area);
    }

    [Fact]
    public void Islands_within_islands_are_holes_and_atoms()
    {
        var mosaic = Mosaic.FromLines(
        [
            new BoundaryLine(RandomLand.Square(0, 0, 1000), Divider.Line, IsExtent: true),
            new BoundaryLine(RandomLand.Square(100, 100, 800), Divider.Water),
            new BoundaryLine(RandomLand.Square(300, 300, 200), Divider.Wall),
        ]);
        Assert.Equal(3, mosaic.AtomCount);
        Assert.Equal([0, 1, 1], AreaAssembly.AssembleAtoms(mosaic).Select(atom => atom.NumInteriorRings).Order());
        Assert.Null(MosaicInvariants.FindBreach(mosaic));
    }

    [Fact]
    public void Where_lines_coincide_the_strongest_divider_is_stored_once()
    {
        var mosaic = Mosaic.FromLines(
        [
            new BoundaryLine(RandomLand.Square(0, 0, 1000), Divider.Line, IsExtent: true),
            new BoundaryLine([RandomLand.At(500, 0), RandomLand.At(500, 1000)], Divider.Wall),
            new BoundaryLine([RandomLand.At(500, -50), RandomLand.At(500, 1200)], Divider.Arterial),
        ]);
        Assert.Equal(2, mosaic.AtomCount);
        var inner = Assert.Single(mosaic.Edges, edge => edge is { Left: >= 0, Right: >= 0 });
        Assert.Equal(Divider.Arterial, inner.Divider);
    }

    [Fact]
    public void A_planted_gap_or_overlap_of_one_centimetre_is_caught()
    {
        var mosaic = RandomLand.Chessboard(4, 4);
        var whole = Whole(mosaic);
        var atoms = AreaAssembly.AssembleAtoms(mosaic);
        Assert.Empty(SegmentCancellation.LeftOver(atoms, whole));
        for (var atom = 0; atom < atoms.Length; atom++)
        {
            var planted = atoms.ToArray();
            planted[atom] = MoveOneVertex(atoms[atom]);
            Assert.NotEmpty(SegmentCancellation.LeftOver(planted, whole));
        }
    }

    [Fact]
    public void A_missing_and_a_doubled_tile_are_caught()
    {
        var mosaic = RandomLand.Chessboard(3, 3);
        var atoms = AreaAssembly.AssembleAtoms(mosaic);
        Assert.NotEmpty(SegmentCancellation.LeftOver(atoms.Skip(1), Whole(mosaic)));
        Assert.NotEmpty(SegmentCancellation.LeftOver(atoms.Append(atoms[4]), Whole(mosaic)));
    }

    [Fact]
    public void A_vertex_on_one_side_only_is_caught()
    {
        var atoms = AreaAssembly.AssembleAtoms(RandomLand.Chessboard(2, 1));
        var ring = LatticePoint.From(atoms[0].Coordinates).ToList();
        var east = ring.Max(point => point.X);
        var right = Enumerable.Range(1, ring.Count - 1).Single(i => ring[i - 1].X == east && ring[i].X == east);
        ring.Insert(right, new LatticePoint(ring[right].X, (ring[right].Y + ring[right - 1].Y) / 2));
        var withTee = Lattice.Factory.CreatePolygon([.. ring.Select(point => point.ToCoordinate())]);
        Assert.NotEmpty(SegmentCancellation.LeftOver([withTee, atoms[1]], Whole(RandomLand.Chessboard(2, 1))));
    }

    private static MultiPolygon Whole(Mosaic mosaic) => AreaAssembly.Assemble(mosaic, new int[mosaic.AtomCount], 1)[0];

    private static Polygon MoveOneVertex(Polygon atom)
    {
        var ring = LatticePoint.From(atom.ExteriorRing.Coordinates);
        ring[1] = new LatticePoint(ring[1].X + 1, ring[1].Y);
        return Lattice.Factory.CreatePolygon(Array.ConvertAll(ring, point => point.ToCoordinate()));
    }
}
