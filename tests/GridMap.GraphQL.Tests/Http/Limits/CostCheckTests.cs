using System.Text;
using System.Text.Json;
using GridMap.GraphQL.Execution;
using GridMap.GraphQL.Http.Limits;
using GridMap.GraphQL.Tests.Execution;

namespace GridMap.GraphQL.Tests.Http.Limits;

/// <summary>What operations are taken to cost: an object 1, a list as often as it is long.</summary>
public sealed class CostCheckTests
{
    private static readonly GraphQLEngine Engine = new(
        TestEngine.BuildSchema(
            """
            directive @cost(weight: String!) on FIELD_DEFINITION
            directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!]) on FIELD_DEFINITION

            """ + TestSchema.Text),
        TestSchema.Subject.ResolverClasses.Aggregate(new ResolverSet(), (set, resolvers) => set.Add(resolvers)));

    [Theory]
    [InlineData("{ greeting }", 0)]
    [InlineData("{ __schema { types { fields { name } } } }", 0)]
    [InlineData("{ item { name } }", 1)]
    [InlineData("{ item { item { name } } }", 2)]
    [InlineData("{ item { heavy } }", 8)]
    [InlineData("{ list { name } }", 10)]
    [InlineData("{ item { few { name } } }", 4)]
    [InlineData("{ item { items { name } } }", 6)]
    [InlineData("{ item { items(first: 20) { name } } }", 21)]
    [InlineData("{ item { items(first: 20) { items(first: 20) { name } } } }", 421)]
    [InlineData("{ items { nodes { name } } }", 51)]
    [InlineData("{ items(first: 7) { nodes { name } } }", 8)]
    [InlineData("{ items(last: 7) { nodes { name } } }", 8)]
    [InlineData("{ items(first: 7) { total } }", 1)]
    [InlineData("{ items(first: null, last: 7) { nodes { name } } }", 8)]
    [InlineData("{ items(first: 3, last: 7) { nodes { name } } }", 8)]
    [InlineData("{ items(first: -3) { nodes { name } } }", 1)]
    [InlineData("{ ...F ... on Query { list { name } } } fragment F on Query { item { name } }", 11)]
    [InlineData("{ items(first: 7) { ...F } } fragment F on ItemPage { nodes { name } }", 8)]
    [InlineData("{ a: items(first: 7) { ...F } b: items(first: 9) { ...F } } fragment F on ItemPage { nodes { name } }", 18)]
    public void A_document_costs(string document, long cost) => Assert.Equal(cost, CostOf(document));

    [Theory]
    [InlineData("""{"n":4}""", 5)]
    [InlineData("""{"n":1e2}""", 101)]
    [InlineData("""{"n":null}""", 51)]
    [InlineData("""{"n":"4"}""", 51)]
    [InlineData("""{}""", 51)]
    [InlineData("""{"n":1e300}""", 1L << 31)]
    public void A_variable_says_how_long_a_list_is(string variables, long cost) =>
        Assert.InRange(CostOf("query ($n: Int) { items(first: $n) { nodes { name } } }", variables), cost - 2, cost);

    [Theory]
    [InlineData("""{"n":4}""", 5)]
    [InlineData("""{"n":null}""", 51)]
    [InlineData("""{}""", 9)]
    public void Its_default_counts_only_where_it_is_not_given(string variables, long cost) =>
        Assert.Equal(cost, CostOf("query ($n: Int = 8) { items(first: $n) { nodes { name } } }", variables));

    [Fact]
    public void A_variable_that_is_null_does_not_hide_another_argument() =>
        Assert.Equal(501, CostOf("query ($n: Int) { items(first: $n, last: 500) { nodes { name } } }", """{"n":null}"""));

    [Fact]
    public void Costs_that_double_stop_growing()
    {
        var doubling = string.Concat(Enumerable.Range(0, 100).Select(i => $"fragment F{i} on Item {{ item {{ ...F{i + 1} }} few {{ ...F{i + 1} }} items(first: 100) {{ ...F{i + 1} }} }} "));
        Assert.Equal(1L << 31, CostOf($"{{ item {{ ...F0 }} }} {doubling} fragment F100 on Item {{ name }}"));
    }

    private static long CostOf(string document, string? variables = null)
    {
        var prepared = Engine.Prepare(Encoding.UTF8.GetBytes(document));
        Assert.Empty(prepared.Errors);
        Assert.True(prepared.TryFindOperation(null, out var operation, out _));
        var cost = new CostCheck(new OperationLimits(), Engine.Schema).Cost(prepared.Document!, operation);
        return cost.With(variables is null ? default : JsonElement.Parse(variables));
    }
}
