using GridMap.Core.Geography;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Union;

namespace GridMap.Districts.Osm;

/// <summary>
/// Compounds: pieces of residential land or of fenced ground within one block, and, where none is mapped, homes of a block that stand together.
/// No compound crosses a public street or another compound.
/// </summary>
public sealed class OsmCompounds(OsmData data, OsmExtent extent, CompoundRules rules, WalkingIndex walking, WalkingIndex named)
{
    // Wider than rounding to the lattice can be, so that neighbours never overlap.
    private const double NeighbourGapMeters = 0.5;

    private readonly LocalPlane _plane = extent.Plane;

    private readonly CompoundGates _gates = new(walking, extent.Plane, rules);

    private readonly CompoundWalls _walls = new(data, extent.Plane, rules);

    private readonly CompoundNames _names = new(named);

    private readonly STRtree<OsmArea> _homeLand = HomeLand(data);

    /// <summary>The compounds, and for every building the index of the one it stands in.</summary>
    public (IReadOnlyList<CompoundDraft> Compounds, IReadOnlyList<int?> Membership) Draft(IReadOnlyList<OsmBuilding> buildings, OsmBlocks blocks)
    {
        var membership = new int?[buildings.Count];
        var compounds = new List<CompoundDraft>();
        var homes = Enumerable.Range(0, buildings.Count)
            .Where(index => buildings[index].Draft.Households > 0)
            .GroupBy(index => blocks.Find(buildings[index].Draft.Footprint.InteriorPoint))
            .Where(group => group.Key is not null)
            .OrderBy(group => group.Key);
        foreach (var group in homes)
        {
            var block = _plane.Unflatten(_plane.Flatten(blocks.Faces[group.Key!.Value]).Buffer(-rules.RoadClearanceMeters));
            DraftBlock(block, [.. group], buildings, compounds, membership);
        }

        return (compounds, membership);
    }

    private void DraftBlock(Geometry block, List<int> homes, IReadOnlyList<OsmBuilding> buildings, List<CompoundDraft> compounds, int?[] membership)
    {
        if (block.IsEmpty)
            return;

        foreach (var land in _homeLand.Query(block.EnvelopeInternal).OrderBy(area => area.Shape.Area).ThenBy(area => area.Key, StringComparer.Ordinal))
        {
            foreach (var piece in LatticeShape.Polygons(LatticeShape.Of(block.Intersection(land.Shape))))
            {
                block = Settle(piece, land.Tags.Name, block, homes, buildings, compounds, membership);
            }
        }

        var together = _plane.Flatten(UnaryUnionOp.Union([.. homes.Select(index => (Geometry)buildings[index].Draft.Footprint), Lattice.Factory.CreatePolygon()]))
            .Buffer(rules.ClosingMeters, 2).Buffer(rules.MarginMeters - rules.ClosingMeters, 2);
        foreach (var piece in LatticeShape.Polygons(LatticeShape.Of(block.Intersection(_plane.Unflatten(together)))))
        {
            block = Settle(piece, null, block, homes, buildings, compounds, membership);
        }
    }

    // Founds a compound if enough households live on the piece; answers the ground that is left.
    private Geometry Settle(
        Polygon piece, string? name, Geometry ground, List<int> homes, IReadOnlyList<OsmBuilding> buildings, List<CompoundDraft> compounds, int?[] membership)
    {
        var free = LatticeShape.Polygons(LatticeShape.Of(piece.Intersection(ground)));
        if (free.Count == 0 || Ellipsoid.AreaSquareMeters(free[0]) > rules.LargestSquareMeters)
            return ground;

        var shape = free[0];
        var inside = homes.Where(index => shape.Contains(buildings[index].Draft.Footprint.InteriorPoint)).ToArray();
        if (inside.Sum(index => buildings[index].Draft.Households) < rules.SmallestHouseholds || _gates.Find(shape) is not { } gates)
            return ground;

        var (title, address) = _names.Choose(name, shape, inside.Select(index => buildings[index].Tags));
        compounds.Add(new CompoundDraft(title, _walls.IsWalled(shape) ? "walled" : "open", address, BuiltYear(inside, buildings), gates, shape));
        foreach (var index in inside)
        {
            membership[index] = compounds.Count - 1;
            homes.Remove(index);
        }

        return LatticeShape.Of(ground.Difference(_plane.Buffer(shape, NeighbourGapMeters)));
    }

    private static int? BuiltYear(int[] inside, IReadOnlyList<OsmBuilding> buildings) => inside
        .Select(index => buildings[index].Tags["start_date"] is [_, _, _, _, ..] date && int.TryParse(date.AsSpan(0, 4), out var year) ? year : (int?)null)
        .Where(year => year is >= 1800 and <= 2100).Order().FirstOrDefault();

    private static STRtree<OsmArea> HomeLand(OsmData data)
    {
        var tree = new STRtree<OsmArea>();
        foreach (var area in data.Areas.Where(area => area.Tags.Is("landuse", "residential")))
        {
            tree.Insert(area.Shape.EnvelopeInternal, area);
        }

        foreach (var fence in data.Lines.Where(line => line.Tags["barrier"] is "fence" or "wall" && line.Course.IsClosed && line.Course.NumPoints > 3))
        {
            var shape = LatticeShape.Of(Lattice.Factory.CreatePolygon(fence.Course.Coordinates));
            tree.Insert(shape.EnvelopeInternal, new OsmArea($"W{fence.Id}", fence.Tags, shape));
        }

        tree.Build();
        return tree;
    }
}
