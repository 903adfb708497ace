using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Execution;

namespace GridMap.GraphQL.Tests.Execution;

/// <summary>Specification, section 6.2.2: root fields of a mutation are executed one after the other.</summary>
public sealed class MutationTests
{
    private const string Schema = """
        type Query { number: Int }
        type Mutation { set(to: Int!): Holder  setSure(to: Int!): Holder!  setLater(to: Int!): Holder  fail: Holder  failSure: Holder! }
        type Holder { number: Int!  later: Int!  holder: Holder! }
        """;

    private readonly List<string> _log = [];

    [Fact]
    public async Task Each_root_field_is_whole_before_the_next_is_begun()
    {
        var response = await Engine().ExecuteAsync(
            "mutation { a: set(to: 1) { number } b: setLater(to: 2) { later number } c: set(to: 3) { holder { later number } } d: setLater(to: 4) { number } }");

        Assert.Equal("""{"a":{"number":1},"b":{"later":2,"number":2},"c":{"holder":{"later":3,"number":3}},"d":{"number":4}}""", TestEngine.DataOf(response));
        Assert.Equal(["set 1", "set 2", "read later 2", "set 3", "read later 3", "set 4"], _log);
    }

    [Fact]
    public async Task The_others_go_on_when_one_that_may_be_null_fails()
    {
        var response = await Engine().ExecuteAsync("mutation { a: set(to: 1) { number } fail { number } b: set(to: 2) { number } }");

        Assert.Equal("""{"a":{"number":1},"fail":null,"b":{"number":2}}""", TestEngine.DataOf(response));
        Assert.Equal("no @ fail", TestEngine.ErrorsOf(response));
    }

    [Fact]
    public async Task Those_behind_one_that_may_not_be_null_and_fails_are_not_begun()
    {
        var response = await Engine().ExecuteAsync("mutation { a: set(to: 1) { number } failSure { number } b: set(to: 2) { number } }");

        Assert.Equal("null", TestEngine.DataOf(response));
        Assert.Equal("no @ failSure", TestEngine.ErrorsOf(response));
        Assert.Equal(["set 1"], _log);
    }

    [Fact]
    public async Task A_mutation_without_fields_left_answers_with_an_empty_map() =>
        Assert.Equal("""{"data":{}}""", await Engine().ExecuteAsync("mutation { set(to: 1) @skip(if: true) { number } }"));

    private TestEngine Engine()
    {
        var holder = new Holder();
        return new(Schema, new ResolverSet()
            .Add("Query", "number", FieldResolver.Of<object?, int>(_ => holder.Number))
            .Add("Mutation", "set", FieldResolver.Of<object?, Holder>((_, arguments) => Set(holder, arguments)))
            .Add("Mutation", "setSure", FieldResolver.Of<object?, Holder>((_, arguments) => Set(holder, arguments)))
            .Add("Mutation", "setLater", FieldResolver.Of<object?, Task<Holder>>(async (_, arguments) =>
            {
                await Task.Delay(2);
                return Set(holder, arguments);
            }))
            .Add("Mutation", "fail", FieldResolver.Of<object?, Holder>(_ => throw new GraphQLException("no", "NO")))
            .Add("Mutation", "failSure", FieldResolver.Of<object?, Task<Holder>>(_ => Task.FromException<Holder>(new GraphQLException("no", "NO"))))
            .Add("Holder", "number", FieldResolver.Of<Holder, int>(parent => parent.Number))
            .Add("Holder", "holder", FieldResolver.Of<Holder, Holder>(parent => parent))
            .Add("Holder", "later", FieldResolver.Of<Holder, Task<int>>(async parent =>
            {
                await Task.Delay(2);
                _log.Add($"read later {parent.Number}");
                return parent.Number;
            })));
    }

    private Holder Set(Holder holder, ArgumentValues arguments)
    {
        holder.Number = (int)arguments["to"]!;
        _log.Add($"set {holder.Number}");
        return holder;
    }

    private sealed class Holder
    {
        public int Number { get; set; }
    }
}
