using NetTopologySuite.Geometries;

namespace GridMap.Districts.Osm;

/// <summary>Parks, woods, grass, fields, squares, pitches and cemeteries, cut at the extent.</summary>
public static class OsmGreens
{
    public static IReadOnlyList<GreenDraft> Draft(
        OsmData data, OsmExtent extent, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> rules) =>
    [
        .. from area in data.Areas
           let kind = KindOf(area.Tags, rules)
           where kind is not null && extent.Shape.EnvelopeInternal.Intersects(area.Shape.EnvelopeInternal)
           let shape = LatticeShape.Multi(LatticeShape.Of(area.Shape.Intersection(extent.Shape)))
           where !shape.IsEmpty
           select new GreenDraft(kind, area.Tags.Name, shape),
    ];

    private static string? KindOf(OsmTags tags, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> rules) =>
        tags.IsOn("building")
            ? null
            : rules.Where(rule => tags[rule.Key] is { } value && rule.Value.ContainsKey(value)).Select(rule => rule.Value[tags[rule.Key]!]).FirstOrDefault();
}
