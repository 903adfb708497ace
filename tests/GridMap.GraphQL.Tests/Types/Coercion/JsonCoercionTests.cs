using System.Text.Json;
using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types.Coercion;

namespace GridMap.GraphQL.Tests.Types.Coercion;

public sealed class JsonCoercionTests
{
    private const string Schema =
        """
        enum Color { RED GREEN BLUE }
        input Point { x: Int! y: Int = 2 label: String tags: [String!] inner: Point }
        input Pick @oneOf { a: Int b: String }
        type Query { a(p: Point, q: Pick, c: Color, f: Float, id: ID): Int }
        """;

    /// <summary>A type, a JSON value, and what npm graphql 16 makes of it: a value or errors with their paths.</summary>
    private const string Reference =
        """
        Point|{"x":1}|= {"x":1,"y":2}
        Point|{"y":1}|: Field "x" of required type "Int!" was not provided.
        Point|{"x":1,"z":2,"lable":3}|: Field "z" is not defined by type "Point". Did you mean "x" or "y"? # : Field "lable" is not defined by type "Point". Did you mean "label"?
        Point|5|: Expected type "Point" to be an object.
        Point|[1]|: Expected type "Point" to be an object.
        Point|{"x":null}|x: Expected non-nullable type "Int!" not to be null.
        Point|{"x":1,"tags":["a",null,3]}|tags.1: Expected non-nullable type "String!" not to be null. # tags.2: String cannot represent a non string value: 3
        Point|{"x":1,"inner":{"x":"a","inner":{"y":1}}}|inner.x: Int cannot represent non-integer value: "a" # inner.inner: Field "x" of required type "Int!" was not provided.
        Point|{"x":1,"tags":"one","y":null}|= {"x":1,"y":null,"tags":["one"]}
        [Int]|1|= [1]
        [[Int]]|[1,[2,null],null]|= [[1],[2,null],null]
        [Int!]!|null|: Expected non-nullable type "[Int!]!" not to be null.
        [Int!]|[1,null,"x"]|1: Expected non-nullable type "Int!" not to be null. # 2: Int cannot represent non-integer value: "x"
        Pick|{}|: Exactly one key must be specified for OneOf type "Pick".
        Pick|{"a":1}|= {"a":1}
        Pick|{"a":null}|a: Field "a" must be non-null.
        Pick|{"a":1,"b":"x"}|: Exactly one key must be specified for OneOf type "Pick".
        Pick|{"a":null,"b":"x"}|: Exactly one key must be specified for OneOf type "Pick". # a: Field "a" must be non-null.
        Pick|{"c":1}|: Field "c" is not defined by type "Pick". Did you mean "a" or "b"? # : Exactly one key must be specified for OneOf type "Pick".
        Color|"RED"|= "RED"
        Color|"red"|: Value "red" does not exist in "Color" enum. Did you mean the enum value "RED"?
        Color|"GREY"|: Value "GREY" does not exist in "Color" enum. Did you mean the enum value "GREEN" or "RED"?
        Color|5|: Enum "Color" cannot represent non-string value: 5.
        Color|"x"|: Value "x" does not exist in "Color" enum.
        Int!|null|: Expected non-nullable type "Int!" not to be null.
        """;

    public static TheoryData<string, string, string> Rows => ReferenceRows.Of(Reference);

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_value_is_coerced_as_by_the_reference_implementation(string type, string json, string expected)
    {
        var errors = new List<string>();
        var schema = SchemaText.Build(Schema);
        var inputType = schema.FindType(GraphQLParser.ParseType(new Source(type)))!;

        var value = JsonCoercion.Coerce(JsonElement.Parse(json), inputType, (path, _, message) => errors.Add($"{string.Join('.', path)}: {message}"));

        Assert.Equal(expected, errors.Count > 0 ? string.Join(" # ", errors) : $"= {JsonSerializer.Serialize(value)}");
    }

    [Fact]
    public void A_field_given_twice_counts_as_given_last()
    {
        var schema = SchemaText.Build(Schema);

        var value = JsonCoercion.Coerce(JsonElement.Parse("""{"x":1,"x":3}"""), schema.Types["Point"], (_, _, message) => Assert.Fail(message));

        Assert.Equal(3, ((InputObject)value!)["x"]);
    }

    [Fact]
    public void Fields_of_an_input_object_are_read_by_name_and_by_place()
    {
        var schema = SchemaText.Build(Schema);

        var value = (InputObject)JsonCoercion.Coerce(JsonElement.Parse("""{"label":null,"x":1}"""), schema.Types["Point"], (_, _, message) => Assert.Fail(message))!;

        Assert.Equal(["x", "y", "label"], value.Keys);
        Assert.Equal((1, 2, null, null), (value[0], value[1], value[2], value[3]));
        Assert.Equal((true, false), (value.IsGiven(2), value.IsGiven(3)));
        Assert.False(value.TryGetValue("unknown", out _));
    }

    [Fact]
    public void A_hundred_thousand_unknown_fields_are_told_one_by_one_until_the_caller_has_enough()
    {
        var schema = SchemaText.Build(Schema);
        var json = $"{{{string.Join(',', Enumerable.Range(0, 100_000).Select(number => $"\"f{number}\":1"))}}}";
        var told = 0;

        Assert.Throws<InvalidOperationException>(() => JsonCoercion.Coerce(
            JsonElement.Parse(json), schema.Types["Pick"], (_, _, _) => { if (++told == 50) throw new InvalidOperationException(); }));

        Assert.Equal(50, told);
    }
}
