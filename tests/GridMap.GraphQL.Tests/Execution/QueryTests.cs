using GridMap.GraphQL.Execution;

namespace GridMap.GraphQL.Tests.Execution;

/// <summary>Specification, sections 6.2.1 and 6.3: a query and its selections.</summary>
public sealed class QueryTests
{
    private const string Schema = """
        type Query { grids(first: Int = 2): [Grid!]!  grid(id: ID!): Grid  never: String }
        type Grid { id: ID!  name: String!  area: Float  patrolled: Boolean!  step: Step!  incidents: [Incident!]!  parent: Grid }
        type Incident { id: ID!  title: String  grid: Grid! }
        enum Step { OPEN IN_PROGRESS CLOSED }
        """;

    private static readonly TestEngine Engine = new(Schema, new ResolverSet().Add(typeof(Resolvers)).Add(typeof(GridResolvers)).Add(typeof(IncidentResolvers)));

    [Fact]
    public async Task Fields_are_answered_in_the_order_of_the_selection_under_their_aliases()
    {
        var response = await Engine.ExecuteAsync("{ grid(id: \"3\") { title: name id area patrolled step __typename } }");

        Assert.Equal(
            """{"data":{"grid":{"title":"Grid 3","id":"3","area":1.5,"patrolled":true,"step":"IN_PROGRESS","__typename":"Grid"}}}""", response);
    }

    [Fact]
    public async Task A_field_without_a_value_is_null() =>
        Assert.Equal("""{"data":{"grid":null,"never":null}}""", await Engine.ExecuteAsync("{ grid(id: \"no\") { id } never }"));

    [Fact]
    public async Task Asynchronous_fields_are_answered_within_lists() =>
        Assert.Equal(
            """{"data":{"grids":[{"id":"1","incidents":[{"id":"1a","grid":{"name":"Grid 1"}}]},{"id":"2","incidents":[{"id":"2a","grid":{"name":"Grid 2"}}]}]}}""",
            await Engine.ExecuteAsync("{ grids { id incidents { id grid { name } } } }"));

    private enum Step
    {
        Open,
        InProgress,
        Closed,
    }

    private sealed record Grid(string Id, string Name, double? Area, bool Patrolled, Step Step, Grid? Parent);

    private sealed record Incident(string Id, string? Title, string GridId);

    [QueryType]
    private static class Resolvers
    {
        public static IReadOnlyList<Grid> GetGrids(int first) => [.. Enumerable.Range(1, first).Select(i => Grid($"{i}")!)];

        public static Grid? Grid(string id) => id == "no" ? null : new(id, $"Grid {id}", 1.5, true, Step.InProgress, null);

        public static string? Never() => null;
    }

    [ObjectType<Grid>]
    private static class GridResolvers
    {
        public static async Task<IReadOnlyList<Incident>> GetIncidentsAsync([Parent] Grid grid, CancellationToken cancellationToken)
        {
            await Task.Delay(1, cancellationToken);
            return [new($"{grid.Id}a", "Fire", grid.Id)];
        }
    }

    [ObjectType<Incident>]
    private static class IncidentResolvers
    {
        public static async ValueTask<Grid> GetGridAsync([Parent("GridId")] string gridId)
        {
            await Task.Yield();
            return Resolvers.Grid(gridId)!;
        }
    }
}
