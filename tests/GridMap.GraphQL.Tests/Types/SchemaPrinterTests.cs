using GridMap.GraphQL.Tests.Types.Introspection;
using GridMap.GraphQL.Types;
using GridMap.GraphQL.Types.Scalars;

namespace GridMap.GraphQL.Tests.Types;

public sealed class SchemaPrinterTests
{
    [Theory]
    [InlineData(SchemaOrder.AsDefined, "Schema.asDefined.reference.graphql")]
    [InlineData(SchemaOrder.ByName, "Schema.byName.reference.graphql")]
    public void A_schema_is_printed_as_by_the_reference_implementation(SchemaOrder order, string reference)
    {
        var schema = SchemaText.Build(IntrospectionTests.ReferenceFile("Schema.reference.graphql"));

        Assert.Equal(IntrospectionTests.ReferenceFile(reference), SchemaPrinter.Print(schema, order) + "\n");
    }

    [Fact]
    public void A_printed_schema_is_read_as_the_same_schema()
    {
        var printed = SchemaPrinter.Print(SchemaText.Build(IntrospectionTests.ReferenceFile("Schema.reference.graphql")));

        Assert.Equal(printed, SchemaPrinter.Print(SchemaText.Build(printed)));
    }

    [Fact]
    public void Roots_of_default_names_need_no_schema_definition()
    {
        Assert.Equal("type Query {\n  a: Int\n}", SchemaPrinter.Print(SchemaText.Build("schema { query: Query } type Query { a: Int }")));
    }

    [Fact]
    public void A_registered_scalar_says_where_its_format_is_written_down()
    {
        var schema = SchemaText.Builder("type Query { a: Day }").AddScalar("Day", new DateCoercion()).Build();

        Assert.Contains("scalar Day @specifiedBy(url: \"https://", SchemaPrinter.Print(schema), StringComparison.Ordinal);
    }
}
