using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Tests.Language;

public sealed class SourceTests
{
    [Theory]
    [InlineData("", 0, 1, 1)]
    [InlineData("abc", 3, 1, 4)]
    [InlineData("a\nb", 1, 1, 2)]
    [InlineData("a\nb", 2, 2, 1)]
    [InlineData("a\rb", 2, 2, 1)]
    [InlineData("a\r\nb", 3, 2, 1)]
    [InlineData("a\n\rb", 3, 3, 1)]
    [InlineData("\n\n", 2, 3, 1)]
    [InlineData("é网😀x", 9, 1, 5)]
    [InlineData("\uFEFFx", 3, 1, 2)]
    public void A_byte_is_found_by_line_and_column(string text, int offset, int line, int column) =>
        Assert.Equal(new SourceLocation(line, column), new Source(text).LocationOf(offset));

    [Theory]
    [InlineData("x", 1)]
    [InlineData("é", 1)]
    [InlineData("网", 1)]
    [InlineData("😀", 2)]
    public void A_place_far_into_a_long_line_is_found(string character, int units)
    {
        var bytes = System.Text.Encoding.UTF8.GetByteCount(character);
        var source = new Source("\n" + string.Concat(Enumerable.Repeat(character, 10_000)));
        for (var index = 0; index <= 10_000; index++)
        {
            Assert.Equal(new SourceLocation(2, (index * units) + 1), source.LocationOf((index * bytes) + 1));
        }
    }

    [Fact]
    public void A_source_has_a_name_for_messages() =>
        Assert.Equal(("GraphQL request", "incidents.graphql"), (new Source("a").Name, new Source("a", "incidents.graphql").Name));
}
