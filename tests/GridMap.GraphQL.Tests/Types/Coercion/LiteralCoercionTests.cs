using System.Text.Json;
using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;
using GridMap.GraphQL.Types.Coercion;

namespace GridMap.GraphQL.Tests.Types.Coercion;

public sealed class LiteralCoercionTests
{
    private const string Schema =
        """
        enum Color { RED GREEN BLUE }
        input Point { x: Int! y: Int = 2 label: String tags: [String!] inner: Point }
        input Pick @oneOf { a: Int b: String }
        type Query { a(p: Point, q: Pick, c: Color, f: Float, id: ID): Int }
        """;

    /// <summary>A type, a literal (with $one = 1, $null = null and $missing), and the value npm graphql 16 makes of it, or - if none.</summary>
    private const string Reference =
        """
        Point|{x: 1}|{"x":1,"y":2}
        Point|{y: 1}|-
        Point|{x: 1, tags: "a"}|{"x":1,"y":2,"tags":["a"]}
        Point|5|-
        Point|{x: $one}|{"x":1,"y":2}
        Point|{x: $missing}|-
        Point|{x: 1, y: $missing}|{"x":1,"y":2}
        Point|{x: $null}|-
        Point|{x: 1, label: $missing}|{"x":1,"y":2}
        [Int]|1|[1]
        [[Int]]|[1, [2, null], null]|[[1],[2,null],null]
        [Int]|[1, $missing, $one]|[1,null,1]
        [Int!]|[1, $missing]|-
        [Int!]|[1, null]|-
        Int!|null|-
        Int|$missing|-
        Int|$null|null
        Int!|$null|-
        Pick|{a: 1}|{"a":1}
        Pick|{a: null}|-
        Pick|{}|-
        Pick|{a: 1, b: "x"}|-
        Pick|{a: $missing, b: "x"}|{"b":"x"}
        Pick|{a: $one}|{"a":1}
        Pick|{a: $null}|-
        Color|RED|"RED"
        Color|"RED"|-
        Color|GREY|-
        ID|1|"1"
        ID|"x"|"x"
        ID|1.5|-
        Float|1|1
        Float|1.5e3|1500
        Int|1.0|-
        Int|2147483648|-
        String|1|-
        Boolean|true|true
        Boolean|1|-
        """;

    private static readonly Dictionary<string, object?> Variables = new() { ["one"] = 1, ["null"] = null };

    public static TheoryData<string, string, string> Rows => ReferenceRows.Of(Reference);

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_literal_is_coerced_as_by_the_reference_implementation(string type, string literal, string expected)
    {
        var schema = SchemaText.Build(Schema);
        var inputType = schema.FindType(GraphQLParser.ParseType(new Source(type)))!;

        var isOfType = LiteralCoercion.TryCoerce(GraphQLParser.ParseValue(new Source(literal)), inputType, Variables, out var value);

        Assert.Equal(expected, isOfType ? JsonSerializer.Serialize(value) : "-");
    }

    [Fact]
    public void A_field_that_the_type_does_not_have_is_refused()
    {
        var point = SchemaText.Build(Schema).Types["Point"];

        Assert.False(LiteralCoercion.TryCoerce(GraphQLParser.ParseValue(new Source("{x: 1, z: 2}")), point, Variables, out _));
    }

    [Fact]
    public void Variables_within_a_custom_scalar_stand_for_their_values()
    {
        var any = SchemaText.Build("scalar Any type Query { a(any: Any): Int }").Types["Any"];
        var literal = GraphQLParser.ParseValue(new Source("{a: [$one, X, 1.5], b: $missing, c: {d: $null}}"));

        Assert.True(LiteralCoercion.TryCoerce(literal, any, Variables, out var value));

        Assert.Equal("""{"a":[1,"X",1.5],"c":{"d":null}}""", JsonSerializer.Serialize(value));
    }

    [Fact]
    public void Defaults_see_what_enum_values_are_bound_to()
    {
        var schema = SchemaText.Build("enum Color { RED } input In { c: [Color] = RED } type Query { a(in: In): Int }");
        ((EnumType)schema.Types["Color"]).Values["RED"].Value = ConsoleColor.Red;

        Assert.True(LiteralCoercion.TryCoerce(GraphQLParser.ParseValue(new Source("{}")), schema.Types["In"], Variables, out var value));

        Assert.Equal([ConsoleColor.Red], (object?[])((InputObject)value!)["c"]!);
    }
}
