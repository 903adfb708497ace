using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Tests.Language;

public sealed class BlockStringTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" text ", " text ")]
    [InlineData("\n    Hello,\n      World!\n\n    Yours,\n      GraphQL.\n  ", "Hello,\n  World!\n\nYours,\n  GraphQL.")]
    [InlineData("    Hello,\n      World!\n\n    Yours,\n      GraphQL.", "    Hello,\n  World!\n\nYours,\n  GraphQL.")]
    [InlineData("\n\n  a\n\n  b\n\n", "a\n\nb")]
    [InlineData("\n  a\n      \n  b", "a\n    \nb")]
    [InlineData("\r\n  a\r  b\n\r  c", "a\nb\n\nc")]
    [InlineData("\n\ta\n\t\tb", "a\n\tb")]
    [InlineData("  \n \t ", "")]
    [InlineData("a\n  \n", "a")]
    [InlineData("\\n \\u00e9 \\ \\\"\"\" \"\" .", "\\n \\u00e9 \\ \"\"\" \"\" .")]
    [InlineData("网格\n  é 😀", "网格\né 😀")]
    public void The_indent_and_blank_lines_around_are_taken_off(string raw, string value)
    {
        var node = Assert.IsType<StringValueNode>(GraphQLParser.ParseValue(new Source($"\"\"\"{raw}\"\"\"")));
        Assert.Equal((value, true), (node.Value, node.IsBlock));
    }

    [Fact]
    public void A_block_string_may_be_longer_than_the_stack()
    {
        var value = string.Join('\n', Enumerable.Repeat("a line of a long description", 100_000));
        var text = new Source($"\"\"\"\n  {value.Replace("\n", "\n  ", StringComparison.Ordinal)}\n\"\"\"");
        Assert.Equal(value, ((StringValueNode)GraphQLParser.ParseValue(text, ParserLimits.OwnText)).Value);
    }

    [Theory]
    [InlineData("", "\"\"\"\"\"\"")]
    [InlineData("one line", "\"\"\"one line\"\"\"")]
    [InlineData(" one line", "\"\"\" one line\"\"\"")]
    [InlineData("two\nlines", "\"\"\"\ntwo\nlines\n\"\"\"")]
    [InlineData("two\n  lines", "\"\"\"\ntwo\n  lines\n\"\"\"")]
    [InlineData("quote\"", "\"\"\"\nquote\"\n\"\"\"")]
    [InlineData(" quote\"", "\"\"\" quote\"\n\"\"\"")]
    [InlineData("slash\\", "\"\"\"\nslash\\\n\"\"\"")]
    [InlineData("\"\"\" inside", "\"\"\"\\\"\"\" inside\"\"\"")]
    [InlineData("at end \"\"\"", "\"\"\"\nat end \\\"\"\"\n\"\"\"")]
    public void A_value_is_printed_as_a_block(string value, string expected)
    {
        Assert.Equal(expected, BlockString.Print(value));
        Assert.Equal(value, ((StringValueNode)GraphQLParser.ParseValue(new Source(expected))).Value);
    }

    [Fact]
    public void A_line_longer_than_seventy_characters_stands_alone()
    {
        Assert.Equal($"\"\"\"{new string('x', 70)}\"\"\"", BlockString.Print(new('x', 70)));
        Assert.Equal($"\"\"\"\n{new string('x', 71)}\n\"\"\"", BlockString.Print(new('x', 71)));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(" a", true)]
    [InlineData("a\n b", true)]
    [InlineData(" a\nb", true)]
    [InlineData("a\tb", true)]
    [InlineData("a\n\nb", true)]
    [InlineData(" ", false)]
    [InlineData("\na", false)]
    [InlineData("a\n", false)]
    [InlineData("a\n ", false)]
    [InlineData(" a\n b", false)]
    [InlineData("a\rb", false)]
    [InlineData("a\0b", false)]
    [InlineData("a\bb", false)]
    public void A_value_that_a_block_cannot_say_is_known(string value, bool expected) => Assert.Equal(expected, BlockString.IsPrintable(value));
}
