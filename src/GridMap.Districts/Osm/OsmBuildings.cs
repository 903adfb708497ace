using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Quadtree;

namespace GridMap.Districts.Osm;

/// <summary>A building of the draft with the tags it came from.</summary>
public sealed record OsmBuilding(BuildingDraft Draft, OsmTags Tags);

/// <summary>Building outlines with their use, levels and estimated households.</summary>
public sealed class OsmBuildings(OsmData data, OsmExtent extent, BuildingRules rules)
{
    private const double NestedShare = 0.9;

    public IReadOnlyList<OsmBuilding> Draft(WalkingIndex walking)
    {
        var outlines = Outlines();
        var land = new LandUse(data, rules);
        var uses = outlines.Select(outline => land.UseOf(outline.Tags, outline.Shape, extent.Plane)).ToArray();
        var estimate = new HouseholdEstimate(rules, TypicalHomeLevels(outlines, uses));
        var entrances = new BuildingEntrances(data.Points, walking);
        return
        [
            .. outlines.Select((outline, index) => new OsmBuilding(
                estimate.Describe(outline.Tags, outline.Shape, uses[index], entrances.Find(outline.Shape)), outline.Tags)),
        ];
    }

    // Outlines first, then parts that no outline covers; of two that lie on each other the larger stays.
    private List<(OsmTags Tags, Polygon Shape)> Outlines()
    {
        var kept = new List<(OsmTags Tags, Polygon Shape)>();
        var tree = new Quadtree<Polygon>();
        foreach (var candidate in Candidates())
        {
            if (IsCovered(candidate.Shape, tree))
                continue;

            kept.Add(candidate);
            tree.Insert(candidate.Shape.EnvelopeInternal, candidate.Shape);
        }

        return kept;
    }

    private IEnumerable<(OsmTags Tags, Polygon Shape)> Candidates() =>
        from area in data.Areas
        let isOutline = IsBuilding(area.Tags["building"])
        where isOutline || IsBuilding(area.Tags["building:part"])
        where extent.Shape.EnvelopeInternal.Intersects(area.Shape.EnvelopeInternal)
        from whole in LatticeShape.Polygons(area.Shape)
        where whole.IsValid && extent.Holds(whole.InteriorPoint.Coordinate)
        let shape = Cut(whole)
        where shape is not null
        orderby isOutline descending, shape.Area descending, area.Key
        select (area.Tags, shape);

    private Polygon? Cut(Polygon whole)
    {
        if (extent.Shape.Covers(whole))
            return whole;

        return LatticeShape.Polygons(LatticeShape.Of(whole.Intersection(extent.Shape))) is [var largest, ..] ? largest : null;
    }

    private bool IsBuilding(string? value) => value is not null && !rules.NotBuildings.Contains(value);

    private int TypicalHomeLevels(List<(OsmTags Tags, Polygon Shape)> outlines, string[] uses)
    {
        const int fewestToTrust = 10;
        var tagged = outlines.Where((_, index) => uses[index] == "residential")
            .Select(outline => HouseholdEstimate.TaggedLevels(outline.Tags, rules))
            .OfType<int>().Order().ToArray();
        return tagged.Length < fewestToTrust ? rules.DefaultLevels["residential"] : tagged[tagged.Length / 2];
    }

    private static bool IsCovered(Polygon shape, Quadtree<Polygon> others) => others.Query(shape.EnvelopeInternal)
        .Any(other => other.EnvelopeInternal.Intersects(shape.EnvelopeInternal) && other.Intersection(shape).Area >= NestedShare * shape.Area);
}
