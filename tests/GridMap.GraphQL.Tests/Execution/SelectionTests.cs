using System.Globalization;
using System.Text;
using GridMap.GraphQL.Execution;

namespace GridMap.GraphQL.Tests.Execution;

/// <summary>Specification, section 6.3.3: CollectFields, with fragments, `@skip` and `@include`.</summary>
public sealed class SelectionTests
{
    private const string Schema = """
        type Query { node(kind: String!): Node  either(kind: String!): Either  a: String!  b: String!  cat: Cat! }
        interface Node { id: ID! }
        interface Named implements Node { id: ID!  name: String! }
        type Cat implements Node & Named { id: ID!  name: String!  lives: Int!  friend: Cat }
        type Rock implements Node { id: ID!  weight: Float! }
        union Either = Cat | Rock
        """;

    private static readonly TestEngine Engine = new(
        Schema, new ResolverSet().Add(typeof(Resolvers)).Add(typeof(CatResolvers)).Add(typeof(RockResolvers)));

    [Theory]
    [InlineData("{ a a x: a }", """{"a":"A","x":"A"}""")]
    [InlineData("{ b a }", """{"b":"B","a":"A"}""")]
    [InlineData("{ a ...F b } fragment F on Query { b x: a }", """{"a":"A","b":"B","x":"A"}""")]
    [InlineData("{ ... { a } ... on Query { b } }", """{"a":"A","b":"B"}""")]
    [InlineData("{ __typename t: __typename }", """{"__typename":"Query","t":"Query"}""")]
    [InlineData("{ cat { id } cat { name } ...F } fragment F on Query { cat { lives id } }", """{"cat":{"id":"c","name":"Tom","lives":9}}""")]
    [InlineData("{ cat { friend { id } friend { name friend { id } } } }", """{"cat":{"friend":{"id":"f","name":"Tim","friend":null}}}""")]
    public async Task Fields_of_one_response_name_are_merged_at_their_first_place(string text, string data) =>
        Assert.Equal(data, TestEngine.DataOf(await Engine.ExecuteAsync(text)));

    [Theory]
    [InlineData("cat", """{"__typename":"Cat","id":"c","name":"Tom","lives":9}""")]
    [InlineData("rock", """{"__typename":"Rock","id":"r","weight":2.5}""")]
    public async Task A_fragment_applies_to_the_types_of_its_condition(string kind, string data)
    {
        const string selection = "{ __typename ... on Node { id } ... on Named { name } ...C ... on Rock { weight } }";
        var text = $"query ($kind: String!) {{ node(kind: $kind) {selection} either(kind: $kind) {selection} }} fragment C on Cat {{ lives }}";

        var response = await Engine.ExecuteAsync(text, $$"""{"kind":"{{kind}}"}""");

        Assert.Equal($$"""{"node":{{data}},"either":{{data}}}""", TestEngine.DataOf(response));
    }

    [Theory]
    [InlineData("{ a @skip(if: true) b }", """{"b":"B"}""")]
    [InlineData("{ a @skip(if: false) b @include(if: false) }", """{"a":"A"}""")]
    [InlineData("{ a @include(if: true) @skip(if: true) b @include(if: true) @skip(if: false) }", """{"b":"B"}""")]
    [InlineData("{ ...F @skip(if: true) b } fragment F on Query { a }", """{"b":"B"}""")]
    [InlineData("{ ...F @skip(if: true) ...F b } fragment F on Query { a }", """{"a":"A","b":"B"}""")]
    [InlineData("{ ... @include(if: false) { a } b }", """{"b":"B"}""")]
    [InlineData("{ a @include(if: false) }", "{}")]
    [InlineData("{ cat { id @skip(if: true) } }", """{"cat":{}}""")]
    public async Task Skip_and_include_leave_out_what_they_say(string text, string data) =>
        Assert.Equal(data, TestEngine.DataOf(await Engine.ExecuteAsync(text)));

    [Theory]
    [InlineData(true, true, """{"a":"A","cat":{"name":"Tom"}}""")]
    [InlineData(true, false, """{"a":"A","cat":{"id":"c","name":"Tom"}}""")]
    [InlineData(false, true, """{"b":"B","cat":{"name":"Tom"}}""")]
    [InlineData(false, false, """{"b":"B","cat":{"id":"c","name":"Tom"}}""")]
    public async Task Each_request_decides_for_itself(bool first, bool second, string data)
    {
        const string text = "query ($p: Boolean!, $q: Boolean = true) { a @include(if: $p) b @skip(if: $p) cat { id @skip(if: $q) name } }";

        var response = await Engine.ExecuteAsync(text, $$"""{"p":{{(first ? "true" : "false")}},"q":{{(second ? "true" : "false")}}}""");

        Assert.Equal(data, TestEngine.DataOf(response));
    }

    [Fact]
    public async Task More_conditions_than_plans_are_kept_for_are_still_right()
    {
        var names = Enumerable.Range(0, 70).Select(i => $"v{i}").ToList();
        var text = $"query ({string.Join(' ', names.Select(name => $"${name}: Boolean!"))}) {{ {string.Join(' ', names.Select(name => $"{name}: a @include(if: ${name})"))} }}";
        var variables = $"{{{string.Join(',', names.Select((name, i) => $"\"{name}\":{(i == 69 ? "true" : "false")}"))}}}";

        Assert.Equal("""{"v69":"A"}""", TestEngine.DataOf(await Engine.ExecuteAsync(text, variables)));
    }

    [Fact]
    public async Task A_selection_of_countless_merged_paths_is_planned_once()
    {
        var fragments = string.Concat(Enumerable.Range(0, 30).Select(i =>
            $" fragment F{i} on Cat {{ a: friend {{ ...F{i + 1} }} b: friend {{ ...F{i + 1} }} }}"));

        var response = await Engine.ExecuteAsync($"{{ cat {{ ...F0 }} }}{fragments} fragment F30 on Cat {{ id }}");

        Assert.Equal("""{"cat":{"a":{"a":null,"b":null},"b":{"a":null,"b":null}}}""", TestEngine.DataOf(response));
    }

    [Fact]
    public async Task Paths_that_merge_in_ever_different_ways_are_given_up_after_some_steps()
    {
        const int levels = 30;
        var engine = new TestEngine(
            "type Query { x: Query y: Query id: Int }",
            new ResolverSet { Fallback = (_, _) => FieldResolver.Of<object?, object?>(_ => null) });
        var text = new StringBuilder($"{{ {string.Concat(Enumerable.Range(0, levels).Select(k => $"...F{k}_0 "))} }}");
        for (var k = 0; k < levels; k++)
        {
            // Both ways on every level, but only one on its own: so every path down meets another set of fragments.
            for (var i = 0; i < levels; i++)
            {
                text.Append(CultureInfo.InvariantCulture, $" fragment F{k}_{i} on Query {{ x {{ ...F{k}_{i + 1} }} {(i == k ? "" : $"y {{ ...F{k}_{i + 1} }}")} }}");
            }

            text.Append(CultureInfo.InvariantCulture, $" fragment F{k}_{levels} on Query {{ id }}");
        }

        Assert.Equal(
            """{"errors":[{"message":"The operation takes more than 50000 selections to work out.","extensions":{"code":"SELECTION_TOO_LARGE"}}]}""",
            await engine.ExecuteAsync(text.ToString()));
    }

    private sealed record Cat(string Id, string Name, int Lives, Cat? Friend);

    private sealed record Rock(string Id, double Weight);

    [QueryType]
    private static class Resolvers
    {
        private static readonly Cat Tom = new("c", "Tom", 9, new("f", "Tim", 8, null));

        public static object Node(string kind) => kind == "cat" ? Tom : new Rock("r", 2.5);

        public static Task<object> GetEitherAsync(string kind) => Task.FromResult(Node(kind));

        public static string A() => "A";

        public static string B() => "B";

        public static Cat Cat() => Tom;
    }

    [ObjectType<Cat>]
    private static class CatResolvers;

    [ObjectType<Rock>]
    private static class RockResolvers;
}
