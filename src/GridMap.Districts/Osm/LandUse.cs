using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace GridMap.Districts.Osm;

/// <summary>What a building is used for: by its own tags, else by the land around it, else a home if it is neither too small nor a hall.</summary>
public sealed class LandUse
{
    private readonly BuildingRules _rules;

    private readonly STRtree<(Geometry Shape, string Use)> _land = new();

    public LandUse(OsmData data, BuildingRules rules)
    {
        _rules = rules;
        foreach (var area in data.Areas.Where(area => !area.Tags.IsOn("building")))
        {
            if ((Find(rules.UsesOfAmenities, area.Tags["amenity"]) ?? Find(rules.UsesOfLand, area.Tags["landuse"])) is { } use)
                _land.Insert(area.Shape.EnvelopeInternal, (area.Shape, use));
        }

        _land.Build();
    }

    public string UseOf(OsmTags tags, Polygon shape, LocalPlane plane)
    {
        var own = Find(_rules.Uses, tags["building"]) ?? Find(_rules.Uses, tags["building:part"])
            ?? Find(_rules.UsesOfAmenities, tags["amenity"])
            ?? (tags.IsOn("shop") ? "commercial" : null)
            ?? (tags.IsOn("office") ? "office" : null)
            ?? (tags.IsOn("tourism") ? "commercial" : null)
            ?? (tags.IsOn("railway") || tags.IsOn("man_made") ? "public" : null);
        if (own is not null)
            return own;

        if (Around(shape) is { } around)
            return around;

        var squareMeters = plane.Flatten(shape).Area;
        if (squareMeters < _rules.SmallestHomeSquareMeters)
            return "other";

        return squareMeters > _rules.LargestHomeSquareMeters && !tags.Has("building:flats") ? "commercial" : "residential";
    }

    private string? Around(Polygon shape)
    {
        var inside = shape.InteriorPoint;
        return _land.Query(inside.EnvelopeInternal)
            .Where(land => land.Shape.Contains(inside))
            .OrderBy(land => land.Shape.Area)
            .Select(land => land.Use)
            .FirstOrDefault();
    }

    private static string? Find(IReadOnlyDictionary<string, IReadOnlyList<string>> uses, string? value) =>
        value is null ? null : uses.Where(use => use.Value.Contains(value)).Select(use => use.Key).FirstOrDefault();
}
