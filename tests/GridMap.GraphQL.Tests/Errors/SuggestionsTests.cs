using GridMap.GraphQL.Errors;

namespace GridMap.GraphQL.Tests.Errors;

public sealed class SuggestionsTests
{
    /// <summary>A name, known names, and what npm graphql 16 suggests.</summary>
    [Theory]
    [InlineData("abc", "abd acb ABC abcd xyz ab", " Did you mean \"ABC\", \"ab\", \"abcd\", \"abd\", or \"acb\"?")]
    [InlineData("a10", "a2 a1 a100 a9 b10", " Did you mean \"a1\", \"a100\", \"b10\", \"a2\", or \"a9\"?")]
    [InlineData("incidnt", "incident incidents accident Incident", " Did you mean \"Incident\", \"incident\", \"incidents\", or \"accident\"?")]
    [InlineData("", "a ", " Did you mean \"\" or \"a\"?")]
    [InlineData("x", "a b c d e f g", " Did you mean \"a\", \"b\", \"c\", \"d\", or \"e\"?")]
    [InlineData("grids", "grid girds gridz GRIDS gr", " Did you mean \"GRIDS\", \"girds\", \"grid\", \"gridz\", or \"gr\"?")]
    [InlineData("longlonglong", "l longlong longlonglang gnolgnolgnol", " Did you mean \"longlonglang\" or \"longlong\"?")]
    [InlineData("unlike", "anything else", "")]
    public void Names_that_are_like_an_unknown_one_are_suggested_as_by_the_reference_implementation(string name, string known, string expected) =>
        Assert.Equal(expected, Suggestions.DidYouMean(name, known.Split(' ')));

    [Fact]
    public void What_the_names_are_can_be_said()
    {
        Assert.Equal(" Did you mean the enum value \"RED\"?", Suggestions.DidYouMean("the enum value", "red", ["RED", "BLUE"]));
    }

    [Fact]
    public void A_name_of_a_million_letters_is_not_compared_letter_by_letter()
    {
        var name = new string('a', 1_000_000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal("", Suggestions.DidYouMean(name, Enumerable.Range(0, 100).Select(number => $"name{number}")));

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000);
    }
}
