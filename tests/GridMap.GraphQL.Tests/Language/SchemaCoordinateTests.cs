using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Tests.Language;

public sealed class SchemaCoordinateTests
{
    [Theory]
    [InlineData("Incident", false, "Incident", null, null)]
    [InlineData("Incident.step", false, "Incident", "step", null)]
    [InlineData("Query.incidents(first:)", false, "Query", "incidents", "first")]
    [InlineData("@deprecated", true, "deprecated", null, null)]
    [InlineData("@deprecated(reason:)", true, "deprecated", null, "reason")]
    [InlineData("__Schema._9", false, "__Schema", "_9", null)]
    public void An_element_of_a_schema_is_named(string text, bool isDirective, string name, string? member, string? argument)
    {
        var coordinate = SchemaCoordinate.Parse(text);
        Assert.Equal((isDirective, name, member, argument), (coordinate.IsDirective, coordinate.Name, coordinate.Member, coordinate.Argument));
        Assert.Equal(text, coordinate.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" Incident")]
    [InlineData("Incident ")]
    [InlineData("Incident\n")]
    [InlineData("Incident.")]
    [InlineData(".step")]
    [InlineData("Incident.step.name")]
    [InlineData("Incident(first:)")]
    [InlineData("Query.incidents()")]
    [InlineData("Query.incidents(first)")]
    [InlineData("Query.incidents(first: )")]
    [InlineData("@deprecated.reason")]
    [InlineData("@@deprecated")]
    [InlineData("9a")]
    [InlineData("Incidé")]
    [InlineData("Incident٣")]
    public void Anything_else_is_refused(string text) => Assert.Throws<GraphQLSyntaxException>(() => SchemaCoordinate.Parse(text));
}
