using System.Globalization;
using System.Text.Json;
using GridMap.GraphQL.Execution;
using GridMap.GraphQL.Types.Coercion;

namespace GridMap.GraphQL.Tests.Execution;

/// <summary>Specification, sections 6.1.2 and 6.4.1: values of variables and of arguments, down to the .NET values that resolvers see.</summary>
public sealed class ArgumentTests
{
    private const string Schema = """
        type Query {
          plain(int: Int, long: Int, float: Float, text: String, flag: Boolean! = true, id: ID): String!
          step(step: Step!): String!  steps(steps: [Step!]): String!
          matrix(rows: [[Int]!]): String!
          filter(where: Filter): String!
          given(title: String): String!
          patch(input: Patch!): String!
          one(by: By!): String!
          raw(where: Filter): String!
          sure(value: Int!): Int
        }
        enum Step { OPEN IN_PROGRESS }
        input Filter { step: Step  near: Point  tags: [String!]! = ["x"]  and: [Filter!]  limit: Int = 5 }
        input Point { longitude: Float!  latitude: Float! }
        input Patch { title: String  area: Float }
        input By @oneOf { id: ID  code: String }
        """;

    private static readonly TestEngine Engine = new(Schema, new ResolverSet().Add(typeof(Resolvers)));

    [Theory]
    [InlineData("plain", "1;7;0.5;;True;")]
    [InlineData("plain(int: 3, long: 4, float: 2, text: \"t\", flag: false, id: 9)", "3;4;2;t;False;9")]
    [InlineData("plain(int: null, text: null)", ";7;0.5;;True;")]
    [InlineData("step(step: IN_PROGRESS)", "InProgress")]
    [InlineData("steps(steps: [OPEN, IN_PROGRESS])", "Open,InProgress")]
    [InlineData("steps(steps: OPEN)", "Open")]
    [InlineData("steps", "none")]
    [InlineData("matrix(rows: [[1, null], [2]])", "1,|2")]
    [InlineData("matrix(rows: 5)", "5")]
    [InlineData("filter", "none")]
    [InlineData("filter(where: {})", ";;x;0;5")]
    [InlineData("filter(where: {step: OPEN, near: {longitude: 120.5, latitude: 30}, tags: \"a\", and: [{limit: 1}, {}], limit: 2})", "Open;120.5,30;a;2;2")]
    [InlineData("given", "not given")]
    [InlineData("given(title: null)", "null")]
    [InlineData("given(title: \"t\")", "t")]
    [InlineData("patch(input: {title: null})", "title:  area: -")]
    [InlineData("patch(input: {area: 1.5})", "title: - area: 1.5")]
    [InlineData("one(by: {code: \"c\"})", ",c")]
    [InlineData("raw(where: {limit: 1})", "tags,limit")]
    public async Task Literals_reach_resolvers_as_NET_values(string field, string seen)
    {
        var response = await Engine.ExecuteAsync($"{{ f: {field} }}");

        Assert.Equal("", TestEngine.ErrorsOf(response));
        Assert.Equal(JsonSerializer.Serialize(new { f = seen }), TestEngine.DataOf(response));
    }

    [Theory]
    [InlineData("$v: Filter", "filter(where: $v)", """{"v":{"near":{"longitude":1,"latitude":2},"and":[{}]}}""", ";1,2;x;1;5")]
    [InlineData("$v: Filter", "filter(where: $v)", "{}", "none")]
    [InlineData("$v: Filter = {limit: 3}", "filter(where: $v)", "{}", ";;x;0;3")]
    [InlineData("$v: Filter = {limit: 3}", "filter(where: $v)", """{"v":null}""", "none")]
    [InlineData("$v: Step", "filter(where: {step: $v, limit: 1})", """{"v":"IN_PROGRESS"}""", "InProgress;;x;0;1")]
    [InlineData("$v: Int", "filter(where: {limit: $v})", "{}", ";;x;0;5")]
    [InlineData("$v: Int", "filter(where: {limit: $v})", """{"v":null}""", ";;x;0;")]
    [InlineData("$v: Int", "matrix(rows: [[1, $v], [$v]])", "{}", "1,|")]
    [InlineData("$v: [Step!]", "steps(steps: $v)", """{"v":"OPEN"}""", "Open")]
    [InlineData("$v: String", "given(title: $v)", "{}", "not given")]
    [InlineData("$v: String", "given(title: $v)", """{"v":null}""", "null")]
    [InlineData("$v: Boolean", "plain(flag: $v)", "{}", "1;7;0.5;;True;")]
    public async Task Variables_reach_resolvers_as_literals_do(string definition, string field, string variables, string seen)
    {
        var response = await Engine.ExecuteAsync($"query ({definition}) {{ f: {field} }}", variables);

        Assert.Equal("", TestEngine.ErrorsOf(response));
        Assert.Equal(JsonSerializer.Serialize(new { f = seen }), TestEngine.DataOf(response));
    }

    [Theory]
    [InlineData("$v: Int!", "{}", "Variable \"$v\" of required type \"Int!\" was not provided.")]
    [InlineData("$v: Int!", """{"v":null}""", "Variable \"$v\" of non-null type \"Int!\" must not be null.")]
    [InlineData("$v: Int", """{"v":1.5}""", "Variable \"$v\" got invalid value 1.5; Int cannot represent non-integer value: 1.5")]
    [InlineData("$v: [Int!]", """{"v":[1,null]}""", "Variable \"$v\" got invalid value null at \"v[1]\"; Expected non-nullable type \"Int!\" not to be null.")]
    [InlineData("$v: Filter", """{"v":{"near":{"longitude":1}}}""", "Variable \"$v\" got invalid value { longitude: 1 } at \"v.near\"; Field \"latitude\" of required type \"Float!\" was not provided.")]
    [InlineData("$v: Filter", """{"v":{"limits":1}}""", "Variable \"$v\" got invalid value { limits: 1 }; Field \"limits\" is not defined by type \"Filter\". Did you mean \"limit\"?")]
    [InlineData("$v: By", """{"v":{"id":"1","code":"c"}}""", "Variable \"$v\" got invalid value { id: \"1\", code: \"c\" }; Exactly one key must be specified for OneOf type \"By\".")]
    public void A_variable_that_is_not_of_its_type_is_a_request_error(string definition, string variables, string message)
    {
        var operation = Engine.UnvalidatedOperation($"query ({definition}) {{ plain }}");
        using var json = JsonDocument.Parse(variables);

        Assert.False(operation.TryCoerceVariables(json.RootElement, out _, out var errors));

        var error = Assert.Single(errors);
        Assert.Equal(message, error.Message);
        Assert.Single(error.Locations);
    }

    [Fact]
    public void Every_wrong_variable_is_told_up_to_a_limit()
    {
        var operation = Engine.UnvalidatedOperation("query ($v: [Int]) { plain }");
        using var json = JsonDocument.Parse($$"""{"v":[{{string.Join(',', Enumerable.Repeat("true", 10_000))}}]}""");

        Assert.False(operation.TryCoerceVariables(json.RootElement, out _, out var errors));

        Assert.Equal(51, errors.Count);
        Assert.Equal("Too many errors processing variables, error limit reached. Execution aborted.", errors[50].Message);
    }

    [Theory]
    [InlineData("query ($v: Int) { sure(value: $v) }", "{}", "Argument \"value\" of required type \"Int!\" was provided the variable \"$v\" which was not provided a runtime value.")]
    [InlineData("query ($v: Int = 1) { sure(value: $v) }", """{"v":null}""", "Argument \"value\" of non-null type \"Int!\" must not be null.")]
    [InlineData("{ sure }", null, "Argument \"value\" of required type \"Int!\" was not provided.")]
    [InlineData("{ sure(value: \"x\") }", null, "Argument \"value\" has invalid value \"x\".")]
    public async Task An_argument_without_a_value_of_its_type_is_an_error_of_its_field(string text, string? variables, string message)
    {
        var response = await Engine.ExecuteAsync(Engine.UnvalidatedOperation(text), variables);

        Assert.Equal($"{message} @ sure", TestEngine.ErrorsOf(response));
        Assert.Equal("""{"sure":null}""", TestEngine.DataOf(response));
    }

    private enum Step
    {
        Open,
        InProgress,
    }

    private sealed record Point(double Longitude, double Latitude);

    private sealed record Filter(Step? Step, Point? Near, IReadOnlyList<string> Tags, IReadOnlyList<Filter>? And, int? Limit);

    private sealed record Patch(Optional<string?> Title, Optional<double?> Area);

    private sealed record By(string? Id, string? Code);

    [QueryType]
    private static class Resolvers
    {
        public static string Plain(int? @int = 1, long @long = 7, double @float = 0.5, string? text = null, bool flag = false, string? id = null) =>
            string.Create(CultureInfo.InvariantCulture, $"{@int};{(@long == 0 ? 7 : @long)};{(@float == 0 ? 0.5 : @float)};{text};{flag};{id}");

        public static string Step(Step step) => step.ToString();

        public static string Steps(Step[]? steps) => steps is null ? "none" : string.Join(',', steps);

        public static string Matrix(IReadOnlyList<IReadOnlyList<int?>>? rows) => string.Join('|', rows!.Select(row => string.Join(',', row)));

        public static string Filter(Filter? where) => where is null
            ? "none"
            : string.Create(CultureInfo.InvariantCulture, $"{where.Step};{(where.Near is { } near ? $"{near.Longitude},{near.Latitude}" : "")};{string.Join('+', where.Tags)};{where.And?.Count ?? 0};{where.Limit}");

        public static string Given(Optional<string?> title) => title.IsGiven ? title.Value ?? "null" : "not given";

        public static string Patch(Patch input) => string.Create(
            CultureInfo.InvariantCulture, $"title: {(input.Title.IsGiven ? input.Title.Value : "-")} area: {(input.Area.IsGiven ? $"{input.Area.Value}" : "-")}");

        public static string One(By by) => $"{by.Id},{by.Code}";

        public static string Raw(InputObject? where) => string.Join(',', where!.Keys);

        public static int? Sure(int value) => value;
    }
}
