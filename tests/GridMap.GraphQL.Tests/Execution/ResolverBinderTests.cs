using GridMap.GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace GridMap.GraphQL.Tests.Execution;

/// <summary>Resolvers that do not fit their schema are told all at once, when they are bound.</summary>
public sealed class ResolverBinderTests
{
    [Fact]
    public void A_field_without_a_resolver_is_told() =>
        Assert.Equal(
            [
                "Query.b has no resolver.",
                "Grid.size has no resolver, and Grid has no property of that name.",
                "Alien.id has no resolver, and no .NET type is known for Alien.",
            ],
            ErrorsOf("type Query { grid: Grid  b: Int } type Grid { id: ID  size: Int } type Alien { id: ID }", typeof(GridQuery)));

    [Fact]
    public void A_method_that_resolves_nothing_is_told() =>
        Assert.Equal(["GridQuery.Grid resolves nothing: Query has no field grid."], ErrorsOf("type Query { none: Int }", typeof(GridQuery), typeof(NoneQuery)));

    [Fact]
    public void Two_methods_of_one_field_are_told() =>
        Assert.Equal(
            ["Query.none has two resolvers: NoneQuery.None and OtherNoneQuery.GetNoneAsync."],
            ErrorsOf("type Query { none: Int }", typeof(NoneQuery), typeof(OtherNoneQuery)));

    [Fact]
    public void Arguments_have_to_meet_their_parameters() =>
        Assert.Equal(
            [
                "ArgumentQuery.None(other): Query.none has no such argument.",
                "ArgumentQuery.None(text): a Int cannot be given as String.",
                "ArgumentQuery.None(step): the enum Step has no member for Step.CLOSED.",
                "Box.Wide: the input type Box has no field wide.",
                "Box: its constructor has no parameter for the field Box.width.",
                "ArgumentQuery.None: no parameter takes the argument extra of Query.none.",
            ],
            ErrorsOf(
                "type Query { none(text: Int, extra: Int, step: Step, box: Box): Int } enum Step { OPEN CLOSED } input Box { width: Int }",
                typeof(ArgumentQuery)));

    [Fact]
    public void A_value_has_to_be_of_the_type_of_its_field() =>
        Assert.Equal(
            [
                "WrongQuery.Text: Query.text is String, which cannot be Int32.",
                "WrongQuery.Many: Query.many is [Int], which cannot be Int32.",
                "WrongQuery.One: Query.one is Int, which cannot be Int32[].",
                "WrongQuery.Step: the enum Step has no value for Step.Open.",
                "WrongQuery.Nothing: Query.nothing wants a value, a Task or a ValueTask of one, not Void.",
                "WrongQuery.Stream: Query.stream wants a value, a Task or a ValueTask of one, not IAsyncEnumerable`1.",
            ],
            ErrorsOf(
                "type Query { text: String  many: [Int]  one: Int  step: Step  nothing: Int  stream: Int } enum Step { CLOSED }", typeof(WrongQuery)));

    [Fact]
    public void A_type_has_values_of_one_NET_type() =>
        Assert.Equal(
            ["OtherGridQuery.Other: the values of Grid are Grid elsewhere; Query.other cannot be Box."],
            ErrorsOf("type Query { grid: Grid  other: Grid } type Grid { id: ID }", typeof(GridQuery), typeof(OtherGridQuery)));

    [Fact]
    public void A_class_belongs_to_a_type_of_the_schema() =>
        Assert.Equal(
            [
                "Mutations resolves the mutation type, which the schema does not have.",
                "GridResolvers resolves the object type Grid, which the schema does not have.",
                "ResolverBinderTests is not marked as resolvers of any type.",
                "A resolver was added for Query.missing, which the schema does not have.",
            ],
            Assert.Throws<SchemaBindingException>(() => new TestEngine(
                "type Query { none: Int }",
                new ResolverSet().Add(typeof(Mutations)).Add(typeof(GridResolvers)).Add(typeof(ResolverBinderTests)).Add(typeof(NoneQuery))
                    .Add("Query", "missing", FieldResolver.Of<object?, int>(_ => 1)))).Errors);

    [Fact]
    public void A_subscription_wants_a_stream() =>
        Assert.Equal(
            ["Subscriptions.Tick: Subscription.tick wants an IAsyncEnumerable of its values, not Int32."],
            ErrorsOf("type Query { none: Int } type Subscription { tick: Int }", typeof(NoneQuery), typeof(Subscriptions)));

    [Fact]
    public async Task Subjects_extend_each_other_with_services_selections_and_names_of_their_own()
    {
        var engine = new TestEngine(
            "type Query { grid: Grid } type Grid { id: ID!  greeting(to: String!): String!  asked: [String!]!  box: Box } type Box { wide: Int }",
            new ResolverSet().Add(typeof(GridQuery)).Add(typeof(GridExtensions)));
        engine.Services.AddSingleton(new Greeter("Hello"));

        var response = await engine.ExecuteAsync("{ grid { greeting(to: \"Li\") box { w: wide } } }");

        Assert.Equal("""{"data":{"grid":{"greeting":"Hello Li of g","box":{"w":1}}}}""", response);
    }

    [Fact]
    public async Task A_resolver_sees_what_is_selected_of_its_field()
    {
        var engine = new TestEngine(
            "type Query { box: SeenBox } type SeenBox { asked: String!  wide: Int  deep: SeenBox }", new ResolverSet().Add(typeof(SelectionQuery)));

        var response = await engine.ExecuteAsync("{ box { asked x: deep { ...F } } } fragment F on SeenBox { wide }");

        Assert.Contains("\"asked\":\"wide: False, deep: True, deep.wide: True\"", response, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> ErrorsOf(string schema, params Type[] classes)
    {
        var resolvers = new ResolverSet();
        foreach (var resolverClass in classes)
        {
            resolvers.Add(resolverClass);
        }

        return Assert.Throws<SchemaBindingException>(() => new TestEngine(schema, resolvers)).Errors;
    }

    private enum Step
    {
        Open,
    }

    private sealed record Greeter(string Word);

    private sealed record Grid(string Id);

    private sealed record Box(int Wide);

    private sealed record SeenBox(string Asked, int? Wide, SeenBox? Deep);

    [QueryType]
    private static class GridQuery
    {
        public static Grid Grid() => new("g");
    }

    [QueryType]
    private static class NoneQuery
    {
        public static int None() => 0;
    }

    [QueryType]
    private static class OtherNoneQuery
    {
        public static Task<int> GetNoneAsync() => Task.FromResult(0);
    }

    [QueryType]
    private static class OtherGridQuery
    {
        public static Box Other() => new(1);
    }

    [QueryType]
    private static class ArgumentQuery
    {
        public static int None(int other, string text, Step step, Box box) => other + text.Length + (int)step + box.Wide;
    }

    [QueryType]
    private static class WrongQuery
    {
        public static int Text() => 0;

        public static int Many() => 0;

        public static int[] One() => [];

        public static Step Step() => default;

        public static void Nothing()
        {
        }

        public static IAsyncEnumerable<int> Stream() => AsyncEnumerable.Empty<int>();
    }

    [QueryType]
    private static class SelectionQuery
    {
        public static SeenBox Box(FieldSelection selection) => new(
            $"wide: {selection.Contains("wide")}, deep: {selection.Contains("deep")}, deep.wide: {selection.Contains("deep", "wide")}", 1, null);
    }

    [MutationType]
    private static class Mutations;

    [SubscriptionType]
    private static class Subscriptions
    {
        public static int Tick() => 0;
    }

    [ObjectType<Grid>]
    private static class GridResolvers;

    [ExtendObjectType("Grid")]
    private static class GridExtensions
    {
        public static string Greeting([Parent("Id")] string id, string to, Greeter greeter) => $"{greeter.Word} {to} of {id}";

        [GraphQLName("asked")]
        public static IReadOnlyList<string> NamedOtherwise(IServiceProvider services) => [services.GetRequiredService<Greeter>().Word];

        public static async ValueTask<Box> GetBoxAsync([Parent] Grid grid, CancellationToken cancellationToken)
        {
            await Task.Delay(1, cancellationToken);
            return new(grid.Id.Length);
        }
    }
}
