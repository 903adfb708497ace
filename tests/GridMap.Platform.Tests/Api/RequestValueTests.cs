using GridMap.Platform.Api;

namespace GridMap.Platform.Tests.Api;

public sealed class RequestValueTests
{
    [Theory]
    [InlineData("1", 1)]
    [InlineData("007", 7)]
    [InlineData("2147483647", int.MaxValue)]
    public void An_id_is_a_positive_whole_number(string text, int id) => Assert.Equal(id, RequestValue.Id(text).Value);

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1,000")]
    [InlineData("1\0")]
    [InlineData("٣")]
    [InlineData("2147483648")]
    public void Anything_else_is_no_id(string text) => Assert.Equal("ID_MALFORMED", RequestValue.Id(text).Refusal?.Code);

    [Theory]
    [InlineData(null, null)]
    [InlineData("7", 7)]
    public void An_id_may_be_left_out(string? text, int? id) => Assert.Equal(id, RequestValue.IdIfGiven(text).Value);

    [Fact]
    public void An_id_that_is_given_must_be_one() => Assert.Equal("ID_MALFORMED", RequestValue.IdIfGiven("").Refusal?.Code);

    [Theory]
    [InlineData(" 和平 ", "和平")]
    [InlineData("😀😀😀", "😀😀😀")]
    [InlineData("a  b", "a  b")]
    public void Words_are_trimmed_and_counted_as_people_count(string text, string words) => Assert.Equal(words, RequestValue.Words(text, mostCharacters: 4).Value);

    // Half a surrogate pair, which cannot be sent to a database, stands in the text only as its number: test runners cannot carry it either.
    [Theory]
    [InlineData(0xD83D)]
    [InlineData(0xDE00)]
    public void Half_a_character_is_refused(int half)
    {
        Assert.True(RequestValue.Words($"a{(char)half}", mostCharacters: 4).IsRefused);
        Assert.True(RequestValue.Words($"{(char)half}a", mostCharacters: 4).IsRefused);
        Assert.True(RequestValue.Words($"{(char)half}", mostCharacters: 4).IsRefused);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("　")]
    [InlineData("abcde")]
    [InlineData("a\0b")]
    public void None_too_many_and_control_characters_are_refused(string? text) =>
        Assert.Equal("QUERY_MALFORMED", RequestValue.Words(text, mostCharacters: 4).Refusal?.Code);
}
