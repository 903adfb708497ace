namespace GridMap.Districts.Osm;

/// <summary>May a person walk here? A word about feet outweighs a word about everybody; one-way signs do not bind walkers.</summary>
public static class WalkingAccess
{
    public static bool IsWalkable(OsmTags tags, string roadClass, bool isTunnel, RoadRules rules)
    {
        if (tags["foot"] is { } foot && rules.FootForbidden.Contains(foot))
            return false;

        var isInvited = tags["foot"] is { } word && rules.FootAllowed.Contains(word);
        if (isInvited)
            return true;
        if (tags["access"] is { } access && rules.AccessForbidden.Contains(access))
            return false;

        var hasSidewalk = (tags["sidewalk"] ?? tags["sidewalk:both"] ?? tags["sidewalk:left"] ?? tags["sidewalk:right"]) is { } side
            && rules.Sidewalks.Contains(side);
        return hasSidewalk || !(rules.NotForFeet.Contains(roadClass) || (isTunnel && rules.NotForFeetInTunnels.Contains(roadClass)));
    }
}
