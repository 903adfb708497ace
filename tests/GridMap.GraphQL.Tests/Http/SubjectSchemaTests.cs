using GridMap.GraphQL.Execution;
using GridMap.GraphQL.Http;
using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;
using Microsoft.Extensions.Logging.Abstractions;

namespace GridMap.GraphQL.Tests.Http;

/// <summary>Subjects are put together to one schema, and what does not fit is told with its file.</summary>
public sealed class SubjectSchemaTests
{
    [Fact]
    public void Subjects_extend_root_types_that_none_defines() => Assert.Equal(
        "type Query {\n  one: Int\n  two: Int\n}",
        SchemaPrinter.Print(Build(("One.graphql", "extend type Query { one: Int }"), ("Two.graphql", "extend type Query { two: Int }"))).Split("\n\n")[^1]);

    [Theory]
    [InlineData("extend type Query { two: Int\n<<<<<<< HEAD", "Syntax Error: Unexpected character: \"<\". (Two.graphql:2:1)")]
    [InlineData("extend type Query { one: Int }", "Field \"Query.one\"")]
    [InlineData("extend type Query { two: Nothing }", "Nothing")]
    public void What_does_not_fit_is_told(string second, string told) =>
        Assert.Contains(told, Assert.Throws<SchemaException>(() => Build(("One.graphql", "extend type Query { one: Int }"), ("Two.graphql", second))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_server_over_a_broken_schema_logs_it_when_it_starts()
    {
        await using var api = await TestApi.StartAsync(new GraphQLSubject { Sources = [new Source("extend type Query { two: Nothing }")], ResolverClasses = [] });
        await Until.TrueAsync(() => api.Faults.Entries.Any(entry => entry.Contains("could not be put together", StringComparison.Ordinal)));
    }

    private static Schema Build(params (string Name, string Text)[] files) => SubjectSchema.Build(
        files.Select(file => new GraphQLSubject { Sources = [new Source(System.Text.Encoding.UTF8.GetBytes(file.Text), file.Name)], ResolverClasses = [typeof(Resolvers)] }),
        [],
        options: null,
        NullLogger<GraphQLEngine>.Instance).Schema;

    [QueryType]
    private static class Resolvers
    {
        public static int? One() => 1;

        public static int? Two() => 2;
    }
}
