using NetTopologySuite.Geometries;

namespace GridMap.Districts.Osm;

/// <summary>Sea, lakes, rivers, streams and pools in the frame of the basemap.</summary>
public static class OsmWaters
{
    public static IReadOnlyList<WaterDraft> Draft(OsmData data, OsmExtent extent, OsmRules rules)
    {
        var frame = extent.Plane.Buffer(extent.Shape.Envelope, rules.Extent.BasemapMarginMeters).EnvelopeInternal;
        var waters = new List<WaterDraft>();
        if (OsmCoast.Sea(data, frame) is { } sea)
            waters.Add(new WaterDraft("sea", null, sea));

        waters.AddRange(from area in data.Areas
                        let kind = KindOf(area.Tags, rules.Water)
                        where kind is not null && extent.Shape.EnvelopeInternal.Intersects(area.Shape.EnvelopeInternal)
                        from shape in LatticeShape.Polygons(area.Shape)
                        select new WaterDraft(kind, area.Tags.Name, shape));
        waters.AddRange(data.Lines.SelectMany(line => Lines(line, extent, rules.Water)));
        return waters;
    }

    private static string? KindOf(OsmTags tags, WaterRules rules)
    {
        if (tags["water"] is { } water && rules.KindsOfWater.TryGetValue(water, out var named))
            return named;

        return Find(rules.Natural, tags["natural"]) ?? Find(rules.Waterway, tags["waterway"])
            ?? Find(rules.Landuse, tags["landuse"]) ?? Find(rules.Leisure, tags["leisure"]);
    }

    private static IEnumerable<WaterDraft> Lines(OsmLine line, OsmExtent extent, WaterRules rules)
    {
        if (line.Tags.IsOn("tunnel") || line.Tags["waterway"] is not { } waterway || Find(rules.Lines, waterway) is not { } kind)
            return [];

        return CutAtExtent.Pieces(line.Course, extent).Select(piece => new WaterDraft(kind, line.Tags.Name, Widen(piece, waterway, extent, rules)));
    }

    private static Geometry Widen(LineString piece, string waterway, OsmExtent extent, WaterRules rules) =>
        rules.LineWidthMeters.TryGetValue(waterway, out var width)
            ? LatticeShape.Polygons(extent.Plane.Buffer(piece, width / 2))[0]
            : piece;

    private static string? Find(IReadOnlyDictionary<string, string> kinds, string? value) =>
        value is not null && kinds.TryGetValue(value, out var kind) ? kind : null;
}
