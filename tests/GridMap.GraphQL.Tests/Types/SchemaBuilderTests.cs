using GridMap.GraphQL.Types;
using GridMap.GraphQL.Types.Scalars;

namespace GridMap.GraphQL.Tests.Types;

public sealed class SchemaBuilderTests
{
    [Fact]
    public void Documents_make_one_schema()
    {
        var schema = SchemaText.Build(
            "type Query { grids: [Grid!]! }",
            "type Grid { id: ID! incidents: [Incident!]! }",
            "type Incident { grid: Grid! } extend type Query { incident(id: ID!): Incident }");

        Assert.Equal(["grids", "incident"], schema.Query!.Fields.Keys);
        Assert.Equal("[Incident!]!", ((ObjectType)schema.Types["Grid"]).Fields["incidents"].Type.ToString());
        Assert.Same(schema.Types["Incident"], schema.Query.Fields["incident"].Type);
    }

    [Fact]
    public void Types_are_in_order_of_definition_each_before_the_built_in_ones_it_needs_first()
    {
        var schema = SchemaText.Build("type Query { a: B, c: Int } type B { d: String } enum E { F }");

        Assert.Equal(
            [
                "Query", "Int", "B", "String", "E", "Boolean",
                "__Schema", "__Type", "__TypeKind", "__Field", "__InputValue", "__EnumValue", "__Directive", "__DirectiveLocation",
            ],
            schema.Types.Keys);
    }

    [Fact]
    public void Every_kind_of_type_can_be_extended()
    {
        var schema = SchemaText.Build(
            """
            directive @tag on SCALAR
            type Query { node: Node, u: U, e: E, s: S, f(i: I): Int }
            type Other implements Node { id: ID }
            interface Node { id: ID }
            union U = Query
            enum E { A }
            input I { a: Int }
            scalar S
            """,
            """
            extend type Query implements Node { id: ID }
            extend interface Node { name: String }
            extend type Query { name: String }
            extend type Other { name: String }
            extend union U = Other
            extend enum E { B }
            extend input I { b: Int = 1 }
            extend scalar S @tag @specifiedBy(url: "https://example.org")
            """);

        Assert.Equal(["id", "name"], ((InterfaceType)schema.Types["Node"]).Fields.Keys);
        Assert.Equal(["Node"], schema.Query!.Interfaces.Select(type => type.Name));
        Assert.Equal(["Query", "Other"], ((UnionType)schema.Types["U"]).Types.Select(type => type.Name));
        Assert.Equal(["A", "B"], ((EnumType)schema.Types["E"]).Values.Keys);
        Assert.Equal([("a", 0), ("b", 1)], ((InputObjectType)schema.Types["I"]).Fields.Values.Select(field => (field.Name, field.Index)));
        Assert.Equal("https://example.org", ((ScalarType)schema.Types["S"]).SpecifiedBy);
    }

    [Fact]
    public void Roots_have_default_names_unless_the_schema_names_them()
    {
        var byDefault = SchemaText.Build("type Query { a: Int } type Mutation { a: Int } type Subscription { a: Int }");
        var named = SchemaText.Build("schema { query: Q } extend schema { mutation: M } type Q { a: Int } type M { a: Int } type Subscription { a: Int }");

        Assert.Equal(["Query", "Mutation", "Subscription"], [byDefault.Query!.Name, byDefault.Mutation!.Name, byDefault.Subscription!.Name]);
        Assert.Equal("Q, M, ", $"{named.Query!.Name}, {named.Mutation!.Name}, {named.Subscription?.Name}");
    }

    [Fact]
    public void Interfaces_and_unions_know_the_objects_they_can_be()
    {
        var schema = SchemaText.Build(
            """
            type Query { a: A }
            interface A { x: Int }
            interface B implements A { x: Int }
            type C implements A & B { x: Int }
            type D implements A { x: Int }
            union U = D | C
            """);

        Assert.Equal(["C", "D"], schema.PossibleTypes((CompositeType)schema.Types["A"]).Select(type => type.Name));
        Assert.Equal(["C"], schema.PossibleTypes((CompositeType)schema.Types["B"]).Select(type => type.Name));
        Assert.Equal(["D", "C"], schema.PossibleTypes((CompositeType)schema.Types["U"]).Select(type => type.Name));
        Assert.Equal(["D"], schema.PossibleTypes((CompositeType)schema.Types["D"]).Select(type => type.Name));
    }

    [Fact]
    public void Deprecation_one_of_and_descriptions_are_read_from_the_documents()
    {
        var schema = SchemaText.Build(
            """
            "Where to start"
            type Query { old(a: Int @deprecated): Int @deprecated(reason: "use new") e: E i(in: In): Int }
            enum E { A @deprecated B }
            input In @oneOf { a: Int b: Int }
            """);

        Assert.Equal("Where to start", schema.Query!.Description);
        Assert.Equal("use new", schema.Query.Fields["old"].DeprecationReason);
        Assert.Equal("No longer supported", schema.Query.Fields["old"].Arguments["a"].DeprecationReason);
        Assert.Equal(["A"], ((EnumType)schema.Types["E"]).Values.Values.Where(value => value.DeprecationReason is not null).Select(value => value.Name));
        Assert.True(((InputObjectType)schema.Types["In"]).IsOneOf);
    }

    [Fact]
    public void Built_in_directives_follow_those_of_the_documents_and_may_be_defined_anew()
    {
        var schema = SchemaText.Build("directive @skip(if: Boolean!, why: String) on FIELD directive @own on OBJECT type Query { a: Int }");

        Assert.Equal(["skip", "own", "include", "deprecated", "specifiedBy", "oneOf"], schema.Directives.Keys);
        Assert.Equal(["if", "why"], schema.Directives["skip"].Arguments.Keys);
    }

    [Fact]
    public void A_registered_scalar_is_in_the_schema_if_it_is_used()
    {
        var builder = SchemaText.Builder("type Query { a: Text b: Other } scalar Other");
        var schema = builder.AddScalar("Text", new StringCoercion()).AddScalar("Unused", new StringCoercion()).Build();

        Assert.IsType<StringCoercion>(((ScalarType)schema.Types["Text"]).Coercion);
        Assert.IsType<AnyCoercion>(((ScalarType)schema.Types["Other"]).Coercion);
        Assert.DoesNotContain("Unused", schema.Types.Keys);
    }

    [Fact]
    public void An_error_says_in_which_document_it_is()
    {
        var exception = Assert.Throws<SchemaException>(() => SchemaText.Build("type Query { a: Int }", "type Grid {\n  a: Incidnt } type Incident { a: Int }"));

        Assert.Equal("Unknown type \"Incidnt\". Did you mean \"Incident\"? (document 2:2:6)", exception.Message);
    }
}
