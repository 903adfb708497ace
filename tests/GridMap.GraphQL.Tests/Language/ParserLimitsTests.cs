using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Tests.Language;

public sealed class ParserLimitsTests
{
    [Fact]
    public void A_document_may_have_as_many_tokens_as_the_limit_says()
    {
        var limits = new ParserLimits { MaxTokens = 4 };
        GraphQLParser.Parse(new Source("{ a b }"), limits);
        AssertOverLimit("{ a b c }", limits, "Document contains more than 4 tokens. Parsing aborted.", 9);
    }

    [Fact]
    public void A_document_may_have_as_many_bytes_as_the_limit_says()
    {
        var limits = new ParserLimits { MaxBytes = 5 };
        GraphQLParser.Parse(new Source("{ a }"), limits);
        AssertOverLimit("{ ab }", limits, "Document is longer than 5 bytes. Parsing aborted.", 1);
    }

    [Theory]
    [InlineData("{ a { b } }", "{ a { b { c } } }", 9)]
    [InlineData("{ a(b: [1]) }", "{ a(b: [[1]]) }", 9)]
    [InlineData("{ a(b: {c: 1}) }", "{ a(b: {c: {d: 1}}) }", 12)]
    [InlineData("query ($a: [[Int]]) { b }", "query ($a: [[[Int]]]) { b }", 14)]
    public void Selections_values_and_types_may_be_nested_as_deep_as_the_limit_says(string atLimit, string overLimit, int column)
    {
        var limits = new ParserLimits { MaxDepth = 2 };
        GraphQLParser.Parse(new Source(atLimit), limits);
        AssertOverLimit(overLimit, limits, "Document is nested more than 2 levels deep. Parsing aborted.", column);
    }

    [Fact]
    public void What_is_closed_no_longer_counts_as_depth() =>
        GraphQLParser.Parse(new Source("{ a { b } c { d(e: [1], f: [2]) } }"), new ParserLimits { MaxDepth = 3 });

    [Fact]
    public void One_place_may_have_as_many_directives_as_the_limit_says()
    {
        var limits = new ParserLimits { MaxDirectives = 2 };
        GraphQLParser.Parse(new Source("{ a @x @y b @x @y }"), limits);
        AssertOverLimit("{ a @x @y @z }", limits, "More than 2 directives in one place. Parsing aborted.", 11);
    }

    [Fact]
    public void A_text_of_our_own_may_be_of_any_size_but_not_of_any_depth()
    {
        GraphQLParser.Parse(new Source($"{{ {string.Join(' ', Enumerable.Repeat("field", 100_000))} }}"), ParserLimits.OwnText);
        Assert.Throws<GraphQLSyntaxException>(() => GraphQLParser.Parse(new Source(new string('{', 100_000)), ParserLimits.OwnText));
    }

    private static void AssertOverLimit(string document, ParserLimits limits, string message, int column)
    {
        var error = Assert.Throws<GraphQLSyntaxException>(() => GraphQLParser.Parse(new Source(document), limits)).Error;
        Assert.Equal($"Syntax Error: {message}", error.Message);
        Assert.Equal(new SourceLocation(1, column), Assert.Single(error.Locations));
        Assert.Equal(GraphQLSyntaxException.LimitCode, error.Extensions["code"]);
    }
}
