using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Tests.Errors;

public sealed class GraphQLErrorTests
{
    [Fact]
    public void An_error_about_nodes_has_a_location_for_each()
    {
        var document = GraphQLParser.Parse(new Source("{\n  a\n  c: b }"));
        var selections = ((OperationDefinitionNode)document.Definitions[0]).SelectionSet.Selections;
        var error = GraphQLError.At("Fields conflict.", document.Source, selections);
        Assert.Equal("Fields conflict.", error.Message);
        Assert.Equal([new SourceLocation(2, 3), new SourceLocation(3, 3)], error.Locations);
    }

    [Fact]
    public void An_error_about_nothing_in_particular_has_no_location() => Assert.Empty(GraphQLError.At("No query.", new Source("")).Locations);
}
