using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Execution;

namespace GridMap.GraphQL.Tests.Execution;

/// <summary>Specification, section 6.4.3: CompleteValue for lists, leaves and abstract types.</summary>
public sealed class CompletionTests
{
    public static TheoryData<string, object, string> Lists => new()
    {
        { "[Int]", new[] { 1, 2 }, "[1,2]" },
        { "[Int]", new List<int> { 1, 2 }, "[1,2]" },
        { "[Int]", new int?[] { 1, null }, "[1,null]" },
        { "[Int!]!", Enumerable.Range(1, 3), "[1,2,3]" },
        { "[[Int]]", new List<int[]?> { new[] { 1 }, null, Array.Empty<int>() }, "[[1],null,[]]" },
        { "[String]", new HashSet<string> { "a" }, "[\"a\"]" },
        { "[ID]", new object[] { 1, "x" }, "[\"1\",\"x\"]" },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Any_kind_of_list_is_written(string type, object list, string json)
    {
        var engine = Of(type, () => list);

        Assert.Equal($"{{\"data\":{{\"f\":{json}}}}}", await engine.ExecuteAsync("{ f }"));
    }

    [Theory]
    [InlineData("String", "a\"b\\c\n\t\u0001", "\"a\\\"b\\\\c\\n\\t\\u0001\"")]
    [InlineData("Int", -2147483648, "-2147483648")]
    [InlineData("Float", 0.1, "0.1")]
    [InlineData("Float", 3, "3")]
    [InlineData("Boolean", false, "false")]
    [InlineData("ID", 12, "\"12\"")]
    public async Task Leaves_are_written_as_JSON(string type, object value, string json) =>
        Assert.Equal($"{{\"data\":{{\"f\":{json}}}}}", await Of(type, () => value).ExecuteAsync("{ f }"));

    [Fact]
    public async Task Text_goes_out_as_it_is() =>
        Assert.Equal("""{"data":{"f":"网格 😀 <é>"}}""", await Of("String", () => "网格 😀 <é>").ExecuteAsync("{ f }"));

    [Fact]
    public async Task Half_a_surrogate_pair_is_replaced() =>
        Assert.Equal("""{"data":{"f":"a�b"}}""", await Of<string>("String", () => "a\ud83db").ExecuteAsync("{ f }"));

    [Theory]
    [InlineData("Int", "x", "Int cannot represent non-integer value: \"x\"")]
    [InlineData("Int", 3_000_000_000L, "Int cannot represent non 32-bit signed integer value: 3000000000")]
    [InlineData("Float", double.NaN, "Float cannot represent non numeric value: NaN")]
    [InlineData("Colour", "BLUE", "Enum \"Colour\" cannot represent value: \"BLUE\"")]
    public async Task A_value_that_its_type_cannot_represent_is_an_error(string type, object value, string message)
    {
        var response = await Of(type, () => value).ExecuteAsync("{ f }");

        Assert.Equal($"{message} @ f", TestEngine.ErrorsOf(response));
        Assert.Equal("""{"f":null}""", TestEngine.DataOf(response));
    }

    [Fact]
    public async Task A_double_of_its_own_type_must_be_finite() =>
        Assert.Equal(
            "Float cannot represent non numeric value: Infinity @ f",
            TestEngine.ErrorsOf(await Of("Float", () => double.PositiveInfinity).ExecuteAsync("{ f }")));

    [Fact]
    public async Task A_value_that_is_no_list_is_an_error_of_its_field() =>
        Assert.Equal("Unexpected execution error @ f", TestEngine.ErrorsOf(await Of<object>("[Int]", () => 5).ExecuteAsync("{ f }")));

    [Fact]
    public async Task A_list_that_breaks_off_is_an_error_of_its_field()
    {
        static IEnumerable<int> Broken()
        {
            yield return 1;
            throw new GraphQLException("broken", "BROKEN");
        }

        var response = await Of("[Int]", Broken).ExecuteAsync("{ f }");

        Assert.Equal("broken @ f", TestEngine.ErrorsOf(response));
        Assert.Equal("""{"f":null}""", TestEngine.DataOf(response));
    }

    [Fact]
    public async Task A_list_is_limited()
    {
        var engine = new TestEngine(
            "type Query { f: [Int] }",
            new ResolverSet().Add("Query", "f", FieldResolver.Of<object?, IEnumerable<int>>(_ => Enumerable.Range(0, int.MaxValue))),
            new GraphQLOptions { MaxListItems = 1000 });

        Assert.Equal("The list has more than 1000 items. @ f", TestEngine.ErrorsOf(await engine.ExecuteAsync("{ f }")));
    }

    [Fact]
    public async Task A_response_is_limited_as_a_whole()
    {
        var engine = new TestEngine(
            "type Query { f: String }",
            new ResolverSet().Add("Query", "f", FieldResolver.Of<object?, string>(_ => new string('x', 1_000_000))),
            new GraphQLOptions { MaxResponseBytes = 100_000 });

        Assert.Equal(
            """{"errors":[{"message":"The response is larger than 100000 bytes.","extensions":{"code":"RESPONSE_TOO_LARGE"}}]}""",
            await engine.ExecuteAsync("{ f }"));
        Assert.Equal("""{"data":{}}""", await engine.ExecuteAsync("{ f @skip(if: true) }"));
    }

    [Fact]
    public async Task Asynchronous_values_without_end_are_given_up_before_they_are_written()
    {
        var engine = new TestEngine(
            "type Query { self: Query  id: Int }",
            new ResolverSet()
                .Add("Query", "self", FieldResolver.Of<object?, ValueTask<string>>(_ => new("self")))
                .Add("Query", "id", FieldResolver.Of<object?, ValueTask<int>>(_ => new(1))),
            new GraphQLOptions { MaxResponseBytes = 1_000_000 });
        var fragments = string.Concat(Enumerable.Range(0, 30).Select(i => $" fragment F{i} on Query {{ a: self {{ ...F{i + 1} }} b: self {{ ...F{i + 1} }} }}"));

        var response = await engine.ExecuteAsync($"{{ ...F0 }}{fragments} fragment F30 on Query {{ id }}");

        Assert.Equal("""{"errors":[{"message":"The response needs more than 125000 values.","extensions":{"code":"RESPONSE_TOO_LARGE"}}]}""", response);
        Assert.Equal("""{"data":{"id":1}}""", await engine.ExecuteAsync("{ id }"));
    }

    [Fact]
    public async Task A_list_of_100_000_items_is_written()
    {
        var engine = new TestEngine(
            "type Query { grids: [Grid!]! } type Grid { id: ID!  twice: Int! }",
            new ResolverSet()
                .Add("Query", "grids", FieldResolver.Of<object?, IEnumerable<int>>(_ => Enumerable.Range(0, 100_000)))
                .Add("Grid", "id", FieldResolver.Of<int, int>(id => id))
                .Add("Grid", "twice", FieldResolver.Of<int, Task<int>>(async id =>
                {
                    await Task.CompletedTask;
                    return id * 2;
                })));

        var data = TestEngine.DataOf(await engine.ExecuteAsync("{ grids { id twice } }"));

        Assert.EndsWith("""{"id":"99999","twice":199998}]}""", data);
    }

    [Fact]
    public async Task An_object_type_is_named_by_function_where_the_value_does_not_tell()
    {
        var resolvers = new ResolverSet { TypeNameOf = value => value is Dictionary<string, object?> map ? map["__typename"] as string : null }
            .Add("Query", "node", FieldResolver.Of<object?, object>((_, arguments) => new Dictionary<string, object?> { ["__typename"] = arguments["as"] }))
            .Add("Cat", "id", FieldResolver.Of<object, string>(_ => "c"))
            .Add("Other", "id", FieldResolver.Of<object, string>(_ => "o"));
        var engine = new TestEngine(
            "type Query { node(as: String): Node } interface Node { id: ID } type Cat implements Node { id: ID } type Other { id: ID }", resolvers);

        Assert.Equal("""{"data":{"node":{"__typename":"Cat","id":"c"}}}""", await engine.ExecuteAsync("{ node(as: \"Cat\") { __typename id } }"));
        Assert.Equal(
            "Runtime Object type \"Other\" is not a possible type for \"Node\". @ node",
            TestEngine.ErrorsOf(await engine.ExecuteAsync("{ node(as: \"Other\") { __typename id } }")));
        Assert.Equal(
            "Abstract type \"Node\" got a value of none of its types. @ node",
            TestEngine.ErrorsOf(await engine.ExecuteAsync("{ node { __typename id } }")));
    }

    private static TestEngine Of<T>(string type, Func<T> value) => new(
        $"type Query {{ f: {type} }} enum Colour {{ RED }}", new ResolverSet().Add("Query", "f", FieldResolver.Of<object?, T>(_ => value())));
}
