using GridMap.Platform.Tiles;

namespace GridMap.Platform.Tests.Tiles;

public sealed class EntityTagTests
{
    [Theory]
    [InlineData("\"a\"")]
    [InlineData("W/\"a\"")]
    [InlineData("\"b\", \"a\"")]
    [InlineData("\"b\",W/\"a\"")]
    [InlineData("*")]
    public void A_listed_tag_matches(string header) => Assert.True(EntityTag.Matches(header, "\"a\""));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("\"b\"")]
    [InlineData("\"a-gzip\"")]
    public void Another_tag_does_not(string? header) => Assert.False(EntityTag.Matches(header, "\"a\""));
}
