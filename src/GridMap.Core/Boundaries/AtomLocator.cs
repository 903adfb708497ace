using GridMap.Core.Geography;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace GridMap.Core.Boundaries;

/// <summary>Which atom a point lies in, exactly; on a shared border the lowest atom wins, so the answer never wavers.</summary>
public sealed class AtomLocator
{
    private readonly STRtree<Tile> _tiles = new();

    public AtomLocator(IReadOnlyList<Polygon> atoms)
    {
        for (var atom = 0; atom < atoms.Count; atom++)
        {
            var outline = LatticePoint.From(atoms[atom].ExteriorRing.Coordinates);
            var holes = atoms[atom].InteriorRings.Select(hole => LatticePoint.From(hole.Coordinates)).ToArray();
            _tiles.Insert(Rings.Envelope(outline), new Tile(atom, outline, holes));
        }

        _tiles.Build();
    }

    /// <summary>The atom, or -1 when the point lies outside the mosaic.</summary>
    public int Find(LatticePoint point) => FindAll(point).DefaultIfEmpty(-1).Min();

    /// <summary>Every atom that covers the point: one inside, two or more on a border, none outside.</summary>
    public IEnumerable<int> FindAll(LatticePoint point) =>
        _tiles.Query(new Envelope(new Coordinate(point.X, point.Y))).Where(tile => tile.Covers(point)).Select(tile => tile.Atom);

    private sealed record Tile(int Atom, LatticePoint[] Outline, LatticePoint[][] Holes)
    {
        public bool Covers(LatticePoint point) =>
            Rings.Locate(Outline, point) != Location.Exterior
            && Array.TrueForAll(Holes, hole => Rings.Locate(hole, point) != Location.Interior);
    }
}
