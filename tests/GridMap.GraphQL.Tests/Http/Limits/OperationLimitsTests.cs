using GridMap.GraphQL.Http;
using GridMap.GraphQL.Http.Limits;

namespace GridMap.GraphQL.Tests.Http.Limits;

/// <summary>Every limit lets through what is at it and refuses what is over it.</summary>
public sealed class OperationLimitsTests
{
    public static TheoryData<string, OperationLimits, string, string> AtAndOver => new()
    {
        { "DEPTH_EXCEEDED", new() { MaxDepth = 3 }, "{ item { item { name } } }", "{ item { item { item { name } } } }" },
        { "DEPTH_EXCEEDED", new() { MaxDepth = 2 }, "{ ...F } fragment F on Query { item { name } }", "{ ...F } fragment F on Query { item { ...G } } fragment G on Item { item { name } }" },
        { "ALIASES_EXCEEDED", new() { MaxAliases = 2 }, "{ a: greeting b: greeting }", "{ a: greeting b: greeting c: greeting }" },
        { "ALIASES_EXCEEDED", new() { MaxAliases = 2 }, "{ ...F ...F } fragment F on Query { a: greeting }", "{ ...F ...F ...F } fragment F on Query { a: greeting }" },
        { "DIRECTIVES_EXCEEDED", new() { MaxDirectives = 1 }, "{ greeting @skip(if: false) }", "{ greeting @skip(if: false) @include(if: true) }" },
        { "ROOT_FIELDS_EXCEEDED", new() { MaxRootFields = 1 }, "{ item { name item { name } } }", "{ item { name } greeting }" },
        { "ROOT_FIELDS_EXCEEDED", new() { MaxRootFields = 1 }, "{ ...N } fragment N on Query { greeting }", "{ ...N item { name } } fragment N on Query { greeting }" },
        { "DOCUMENT_TOO_LARGE", new() { MaxDocumentBytes = 12 }, "{ greeting }", "{  greeting }" },
        { "COST_EXCEEDED", new() { MaxCost = 6 }, "{ item { items { name } } }", "{ item { items(first: 6) { name } } }" },
    };

    [Theory]
    [MemberData(nameof(AtAndOver))]
    public async Task What_is_over_a_limit_is_refused(string code, OperationLimits limits, string at, string over)
    {
        await using var api = await TestApi.StartAsync(options => options.Limits = limits);
        Assert.Equal(200, (await api.AskAsync(at)).Status);
        var refused = await api.AskAsync(over);
        Assert.Equal((400, code), (refused.Status, refused.Codes));
        var extensions = refused.Json.GetProperty("errors")[0].GetProperty("extensions");
        Assert.True(extensions.GetProperty("found").GetInt64() > extensions.GetProperty("limit").GetInt64());
    }

    [Fact]
    public async Task What_is_refused_once_is_refused_again_and_does_not_run()
    {
        await using var api = await TestApi.StartAsync(options => options.Limits = new() { MaxAliases = 1 });
        var before = TestSchema.Added;
        for (var time = 0; time < 3; time++)
        {
            Assert.Equal("ALIASES_EXCEEDED", (await api.AskAsync("mutation { a: add(value: 1) b: add(value: 2) }")).Codes);
        }

        Assert.Equal(before, TestSchema.Added);
    }

    [Fact]
    public async Task A_document_of_too_many_tokens_is_given_up_by_the_parser()
    {
        await using var api = await TestApi.StartAsync();
        var answer = await api.AskAsync($"{{ {string.Concat(Enumerable.Repeat("a ", 16_000))}}}");
        Assert.Equal((400, "DOCUMENT_OVER_LIMIT"), (answer.Status, answer.Codes));
    }

    [Theory]
    [InlineData("{ __schema { types { name } } }", 400)]
    [InlineData("{ ...F } fragment F on Query { __type(name: \\\"Item\\\") { name } }", 400)]
    [InlineData("{ __typename greeting }", 200)]
    public async Task Introspection_can_be_switched_off(string query, int status)
    {
        await using var api = await TestApi.StartAsync(options => options.AllowsIntrospection = false);
        var answer = await api.PostAsync($$"""{"query":"{{query}}"}""");
        Assert.Equal(status, answer.Status);
        Assert.Equal(status == 400, answer.Text.Contains("INTROSPECTION_DISABLED", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Introspection_that_comes_back_to_itself_is_refused()
    {
        await using var api = await TestApi.StartAsync();
        var answer = await api.AskAsync("{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }");
        Assert.Equal((400, "GRAPHQL_VALIDATION_FAILED"), (answer.Status, answer.Codes));
    }

    [Fact]
    public async Task The_usual_introspection_of_tools_is_within_the_limits()
    {
        await using var api = await TestApi.StartAsync();
        Assert.Equal(200, (await api.AskAsync(ToolIntrospection.Query)).Status);
    }

    [Fact]
    public async Task Fragments_that_double_at_each_step_are_counted_and_not_walked()
    {
        await using var api = await TestApi.StartAsync();
        var doubling = string.Concat(Enumerable.Range(0, 60).Select(i => $"fragment F{i} on Query {{ ...F{i + 1} ... {{ ...F{i + 1} }} }} "));
        var answer = await api.AskAsync($"{{ ...F0 }} {doubling} fragment F60 on Query {{ a: greeting }}");
        Assert.Equal((400, "ALIASES_EXCEEDED ROOT_FIELDS_EXCEEDED"), (answer.Status, answer.Codes));
    }

    [Fact]
    public async Task A_long_chain_of_fragments_does_not_end_the_server()
    {
        await using var api = await TestApi.StartAsync();
        var chain = string.Concat(Enumerable.Range(0, 1_900).Select(i => $"fragment F{i} on Query{{...F{i + 1}}}"));
        var answer = await api.AskAsync($"{{ ...F0 }} {chain} fragment F1900 on Query {{ greeting }}");
        Assert.InRange(answer.Status, 200, 400);
        Assert.Equal(200, (await api.AskAsync("{ greeting }")).Status);
    }

    [Theory]
    [InlineData("GraphQL:MaxBatchSize", "many")]
    [InlineData("GraphQL:Limits:MaxAlias", "1")]
    public async Task A_server_with_a_setting_that_is_none_does_not_start(string name, string value) =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => TestApi.StartAsync(configure: null, new KeyValuePair<string, string?>(name, value)));

    [Fact]
    public async Task Limits_can_be_set_in_the_configuration()
    {
        await using var api = await TestApi.StartAsync(
            configure: null,
            new("GraphQL:Limits:MaxAliases", "1"),
            new("GraphQL:MaxBatchSize", "2"),
            new("GraphQL:AllowsIntrospection", "false"),
            new("GraphQL:Sockets:MaxOperations", "1"));
        Assert.Equal("ALIASES_EXCEEDED", (await api.AskAsync("{ a: greeting b: greeting }")).Codes);
        Assert.Equal("INTROSPECTION_DISABLED", (await api.AskAsync("{ __schema { types { name } } }")).Codes);
        Assert.Equal(200, (await api.PostAsync("""[{"query":"{ greeting }"}]""")).Status);
    }
}
