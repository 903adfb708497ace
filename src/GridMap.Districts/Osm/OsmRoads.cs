using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Districts.Osm;

/// <summary>Ways to draw and to walk on, cut at the extent; two are connected exactly where OpenStreetMap lets them share a node.</summary>
public static class OsmRoads
{
    public static IReadOnlyList<RoadDraft> Draft(OsmData data, OsmExtent extent, RoadRules rules)
    {
        var nodes = new NodePositions();
        return
        [
            .. from line in data.Lines
               let road = Describe(line, rules)
               where road is not null
               from piece in CutAtExtent.Pieces(nodes.Separate(line), extent)
               select road with { Course = piece },
        ];
    }

    private static RoadDraft? Describe(OsmLine line, RoadRules rules)
    {
        var tags = line.Tags;
        var isTunnel = tags.IsOn("tunnel") || tags.Is("location", "underground");
        if (tags["highway"] is { } highway)
        {
            return rules.Classes.TryGetValue(highway, out var roadClass)
                ? new RoadDraft(
                    roadClass, tags.Name, line.Course, tags.IsOn("bridge"), isTunnel, roadClass == "steps",
                    WalkingAccess.IsWalkable(tags, roadClass, isTunnel, rules), tags.EnglishName)
                : null;
        }

        return tags["railway"] is { } railway && rules.Rail.Contains(railway)
            ? new RoadDraft("rail", tags.Name, line.Course, tags.IsOn("bridge"), isTunnel, false, false, tags.EnglishName)
            : null;
    }
}
