using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Tests.Language;

internal static class Refusal
{
    /// <summary>The document is refused with this message behind `Syntax Error: `, at this place.</summary>
    public static void Of(string document, string message, int line, int column)
    {
        var error = Assert.Throws<GraphQLSyntaxException>(() => GraphQLParser.Parse(new Source(document))).Error;
        Assert.Equal($"Syntax Error: {message}", error.Message);
        Assert.Equal(new SourceLocation(line, column), Assert.Single(error.Locations));
        Assert.Equal(GraphQLSyntaxException.SyntaxCode, error.Extensions["code"]);
    }
}
