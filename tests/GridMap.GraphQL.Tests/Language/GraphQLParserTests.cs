using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Tests.Language;

public sealed class GraphQLParserTests
{
    [Fact]
    public void A_query_without_its_keyword_is_parsed()
    {
        var operation = Assert.IsType<OperationDefinitionNode>(Assert.Single(GraphQLParser.Parse(new Source("{ incident { id } }")).Definitions));
        var field = Assert.IsType<FieldNode>(Assert.Single(operation.SelectionSet.Selections));
        Assert.Equal((OperationType.Query, "incident"), (operation.Operation, field.ResponseName));
        Assert.Equal(new SourceSpan(2, 17), field.Span);
    }

    [Theory]
    [InlineData("", "Syntax Error: Unexpected <EOF>.", 1, 1)]
    [InlineData("{", "Syntax Error: Expected Name, found <EOF>.", 1, 2)]
    [InlineData("{ }", "Syntax Error: Expected Name, found \"}\".", 1, 3)]
    [InlineData("query ($a: Int = $b) { a }", "Syntax Error: Unexpected variable \"$b\" in constant value.", 1, 18)]
    [InlineData("{\n  a(b: \"é\" 7)\n}", "Syntax Error: Expected Name, found Int \"7\".", 2, 12)]
    public void A_document_that_is_wrong_is_refused_with_its_place(string document, string message, int line, int column)
    {
        var error = Assert.Throws<GraphQLSyntaxException>(() => GraphQLParser.Parse(new Source(document))).Error;
        Assert.Equal(message, error.Message);
        Assert.Equal(new SourceLocation(line, column), Assert.Single(error.Locations));
    }
}
