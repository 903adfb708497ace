using GridMap.Core.Boundaries;
using GridMap.Core.Boundaries.Editing;
using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Tests.Boundaries.Editing;

/// <summary>Everything that must hold of a division after any operation, worked out anew and by other ways than the engine's.</summary>
internal sealed class DivisionInvariants
{
    /// <summary>A point inside an atom a few centimetres wide may be rounded out of it.</summary>
    private const double Step = 1.1e-7;

    private readonly (int Households, int Persons, int Elders, int Buildings) _counts;
    private readonly MultiPolygon _whole;
    private readonly long _twiceArea;

    public DivisionInvariants(Division start)
    {
        var rows = start.ToRows();
        _counts = Count(rows.Buildings);
        var mosaic = ToMosaic(rows);
        _whole = AreaAssembly.Assemble(mosaic, new int[mosaic.AtomCount], 1)[0];
        _twiceArea = MosaicInvariants.TwiceAreas(mosaic)[mosaic.AtomCount];
    }

    /// <summary>The first broken invariant in words, or null.</summary>
    public string? FindBreach(Division division)
    {
        var rows = division.ToRows();
        var mosaic = ToMosaic(rows);
        return MosaicInvariants.FindBreach(mosaic)
            ?? (MosaicInvariants.TwiceAreas(mosaic)[mosaic.AtomCount] != _twiceArea ? "The total area changed." : null)
            ?? (Count(rows.Buildings) != _counts ? "The sums changed." : null)
            ?? FindAtomBreach(division, rows)
            ?? FindNumberBreach(division, rows, mosaic)
            ?? FindTilingBreach(division);
    }

    private static Mosaic ToMosaic(DivisionRows rows)
    {
        var atom = rows.Atoms.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index);
        var node = rows.Nodes.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index);
        var edges = rows.Edges.Select(edge => new MosaicEdge(
            node[edge.Start],
            node[edge.End],
            edge.Left is { } left ? atom[left] : -1,
            edge.Right is { } right ? atom[right] : -1,
            DividerRanks.Parse(edge.Follows),
            edge.Course)).ToArray();
        Assert.All(edges, edge =>
        {
            Assert.Equal(rows.Nodes[edge.Start].Point, edge.Course[0]);
            Assert.Equal(rows.Nodes[edge.End].Point, edge.Course[^1]);
            Assert.NotEqual(edge.Left, edge.Right);
        });
        return new Mosaic([.. rows.Nodes.Select(row => row.Point)], edges, rows.Atoms.Length);
    }

    private static (int, int, int, int) Count(BuildingRow[] buildings) =>
        (buildings.Sum(row => row.Households), buildings.Sum(row => row.Persons), buildings.Sum(row => row.Elders), buildings.Length);

    private static string? FindAtomBreach(Division division, DivisionRows rows)
    {
        var owned = rows.Grids.SelectMany(grid => division.AtomsOf(grid.Id)).Order().ToArray();
        if (!owned.SequenceEqual(rows.Atoms.Select(atom => atom.Id)))
        {
            return "Not every atom has exactly one grid.";
        }

        var empty = Array.Find(rows.Grids, grid => division.AtomsOf(grid.Id).Length == 0);
        if (empty is not null)
        {
            return $"Grid {empty.Id} has no land.";
        }

        var shapes = rows.Atoms.ToDictionary(atom => atom.Id, atom => division.ShapeOfAtom(atom.Id));
        var bad = Array.Find(rows.Atoms, atom => !shapes[atom.Id].IsValid || Distance(shapes[atom.Id], atom.LabelPoint) > Step);
        var lost = Array.Find(rows.Buildings, row => Distance(shapes[row.Atom], row.Point) > Step);
        return bad is not null ? $"Atom {bad.Id} is no good polygon around its label: {shapes[bad.Id].AsText()}"
            : lost is not null ? $"Building {lost.Id} is not in its atom {lost.Atom}."
            : null;
    }

    private static double Distance(Polygon shape, LatticePoint point) => shape.Distance(Lattice.Factory.CreatePoint(point.ToCoordinate()));

    private static string? FindNumberBreach(Division division, DivisionRows rows, Mosaic mosaic)
    {
        var anew = new Division(rows);
        var grid = rows.Grids.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index);
        var pieces = Contiguity.CountPieces(Adjacency.Of(mosaic), [.. rows.Atoms.Select(atom => grid[atom.Grid])], grid.Count);
        foreach (var (id, index) in grid)
        {
            var numbers = division.NumbersOf(id);
            if (numbers != anew.NumbersOf(id))
            {
                return $"The running numbers {numbers} are not those counted anew, {anew.NumbersOf(id)}.";
            }

            if (numbers.Pieces != pieces[index])
            {
                return $"Grid {id} has {pieces[index]} pieces, not {numbers.Pieces}.";
            }
        }

        return null;
    }

    private string? FindTilingBreach(Division division)
    {
        var shapes = division.GridIds.Select(division.ShapeOf).ToList();
        var left = SegmentCancellation.LeftOver(shapes, _whole);
        return left.Count > 0 ? $"The grids do not tile the land: {string.Join(' ', left.Take(4))}" : shapes.Find(shape => !shape.IsValid)?.AsText();
    }
}
