using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Tests.Language;

public sealed class StringTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("simple", "simple")]
    [InlineData(" white space ", " white space ")]
    [InlineData("quote \\\" \\\\ \\/", "quote \" \\ /")]
    [InlineData("\\b\\f\\n\\r\\t", "\b\f\n\r\t")]
    [InlineData("\\u1234\\u5678\\u90AB\\uCDEF", "\u1234\u5678\u90AB\uCDEF")]
    [InlineData("\\u{1234}\\u{5678}\\u{90AB}\\u{CDEF}", "\u1234\u5678\u90AB\uCDEF")]
    [InlineData("\\u{1F600}\\u{00000041}\\u{10FFFF}\\u{0}", "😀A\U0010FFFF\0")]
    [InlineData("\\uD83D\\uDE00\\ud83d\\ude00", "😀😀")]
    [InlineData("网格 é 😀 \0 \uFEFF", "网格 é 😀 \0 \uFEFF")]
    [InlineData("\\u0022\\u005C", "\"\\")]
    public void Escapes_stand_for_their_characters(string text, string value)
    {
        var node = Assert.IsType<StringValueNode>(GraphQLParser.ParseValue(new Source($"\"{text}\"")));
        Assert.Equal((value, false), (node.Value, node.IsBlock));
    }

    [Fact]
    public void A_long_string_with_an_escape_is_read() =>
        Assert.Equal(new string('x', 5_000) + "\n", ((StringValueNode)GraphQLParser.ParseValue(new Source($"\"{new string('x', 5_000)}\\n\""))).Value);
}
