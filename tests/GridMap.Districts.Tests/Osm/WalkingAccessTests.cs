using GridMap.Districts.Osm;

namespace GridMap.Districts.Tests.Osm;

public sealed class WalkingAccessTests
{
    private static readonly RoadRules Rules = OsmRules.Load().Roads;

    [Theory]
    [InlineData("residential", false, "", true)]
    [InlineData("residential", false, "oneway=yes", true)]
    [InlineData("steps", false, "", true)]
    [InlineData("cycleway", false, "foot=no", false)]
    [InlineData("footway", false, "foot=private", false)]
    [InlineData("service", false, "access=private", false)]
    [InlineData("service", false, "access=private;foot=yes", true)]
    [InlineData("service", false, "access=customers", true)]
    [InlineData("motorway", false, "", false)]
    [InlineData("trunk", false, "", false)]
    [InlineData("trunk", false, "sidewalk=both", true)]
    [InlineData("trunk", false, "sidewalk=both;foot=use_sidepath", false)]
    [InlineData("primary", true, "", false)]
    [InlineData("primary", true, "foot=yes", true)]
    [InlineData("footway", true, "", true)]
    [InlineData("residential", true, "", true)]
    public void Feet_go_where_the_tags_let_them(string roadClass, bool isTunnel, string tags, bool isWalkable) =>
        Assert.Equal(isWalkable, WalkingAccess.IsWalkable(Tags(tags), roadClass, isTunnel, Rules));

    private static OsmTags Tags(string text) =>
        new(text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(tag => tag.Split('=')).ToDictionary(tag => tag[0], tag => tag[1]));
}
