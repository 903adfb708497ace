using System.Text.Json.Nodes;
using GridMap.GraphQL.Execution;
using GridMap.GraphQL.Tests.Execution;

namespace GridMap.GraphQL.Tests.Types.Introspection;

/// <summary>Beside this file: a schema with everything, and what npm graphql 16 answers about it, of what is built in only the names.</summary>
public sealed class IntrospectionTests
{
    private static readonly ResolverSet NoResolvers = new() { Fallback = (_, _) => FieldResolver.Of<object?, string?>(_ => null) };

    [Fact]
    public async Task A_schema_answers_the_introspection_query_as_the_reference_implementation_does()
    {
        var engine = new TestEngine(ReferenceFile("Schema.reference.graphql"), NoResolvers);

        var answer = JsonNode.Parse(await engine.ExecuteAsync(ReferenceFile("IntrospectionQuery.reference.graphql")))!["data"]!;
        LeaveNamesOfBuiltIn(answer["__schema"]!["types"]!.AsArray(), engine.Engine.Schema.Types.Values.Where(type => type.IsBuiltIn).Select(type => type.Name));
        LeaveNamesOfBuiltIn(answer["__schema"]!["directives"]!.AsArray(), ["include", "skip", "deprecated", "specifiedBy", "oneOf"]);

        Assert.Equal(JsonNode.Parse(ReferenceFile("Introspection.reference.json"))!.ToString(), answer.ToString());
    }

    [Theory]
    [InlineData("{ __type(name: \"Missing\") { name } }", """{"__type":null}""")]
    [InlineData("{ __type(name: \"E\") { enumValues { name } kind } }", """{"__type":{"enumValues":[{"name":"A"}],"kind":"ENUM"}}""")]
    [InlineData("{ __type(name: \"E\") { enumValues(includeDeprecated: true) { name isDeprecated } } }", """{"__type":{"enumValues":[{"name":"A","isDeprecated":false},{"name":"B","isDeprecated":true}]}}""")]
    [InlineData("{ __type(name: \"Query\") { fields { name args { name } type { kind ofType { name } } } inputFields { name } } }", """{"__type":{"fields":[{"name":"f","args":[],"type":{"kind":"NON_NULL","ofType":{"name":"E"}}}],"inputFields":null}}""")]
    [InlineData("{ __type(name: \"Query\") { fields { args(includeDeprecated: true) { name deprecationReason } } } }", """{"__type":{"fields":[{"args":[{"name":"x","deprecationReason":"No longer supported"}]}]}}""")]
    [InlineData("{ __schema { __typename queryType { __typename name isOneOf } } }", """{"__schema":{"__typename":"__Schema","queryType":{"__typename":"__Type","name":"Query","isOneOf":null}}}""")]
    [InlineData("{ __type(name: \"__TypeKind\") { enumValues { name } } }", """{"__type":{"enumValues":[{"name":"SCALAR"},{"name":"OBJECT"},{"name":"INTERFACE"},{"name":"UNION"},{"name":"ENUM"},{"name":"INPUT_OBJECT"},{"name":"LIST"},{"name":"NON_NULL"}]}}""")]
    [InlineData("query ($all: Boolean! = true) { __type(name: \"E\") { enumValues(includeDeprecated: $all) { name } } }", """{"__type":{"enumValues":[{"name":"A"},{"name":"B"}]}}""")]
    public async Task Parts_of_a_schema_can_be_asked_for(string query, string expected)
    {
        var engine = new TestEngine("type Query { f(x: Int @deprecated): E! g: Int @deprecated } enum E { A B @deprecated }", NoResolvers);

        var answer = TestEngine.DataOf(await engine.ExecuteAsync(query));

        Assert.Equal(expected, answer);
    }

    internal static string ReferenceFile(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Types", "Introspection", name));

    private static void LeaveNamesOfBuiltIn(JsonArray items, IEnumerable<string> builtIn)
    {
        var names = builtIn.ToHashSet();
        foreach (var item in items.Where(item => names.Contains(item!["name"]!.GetValue<string>())).ToList())
            item!.ReplaceWith(new JsonObject { ["name"] = item["name"]!.GetValue<string>() });
    }
}
