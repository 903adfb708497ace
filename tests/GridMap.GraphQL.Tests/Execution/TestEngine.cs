using System.Buffers;
using System.Text;
using System.Text.Json;
using GridMap.GraphQL.Execution;
using GridMap.GraphQL.Execution.Plans;
using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace GridMap.GraphQL.Tests.Execution;

/// <summary>An engine for a test: a schema in the language, resolvers, and one call to execute a text.</summary>
internal sealed class TestEngine(string schema, ResolverSet resolvers, GraphQLOptions? options = null)
{
    public GraphQLEngine Engine { get; } = new(BuildSchema(schema), resolvers, options);

    public ServiceCollection Services { get; } = new();

    public static Schema BuildSchema(string text) =>
        new SchemaBuilder().AddDocument(GraphQLParser.Parse(new Source(text), ParserLimits.OwnText)).Build();

    public Task<string> ExecuteAsync(string text, string? variables = null) => ExecuteAsync(Operation(text), variables);

    public async Task<string> ExecuteAsync(PreparedOperation operation, string? variables)
    {
        using var json = variables is null ? null : JsonDocument.Parse(variables);
        Assert.True(operation.TryCoerceVariables(json?.RootElement, out var values, out var errors), errors?[0].Message);
        var output = new ArrayBufferWriter<byte>();
        await using var services = Services.BuildServiceProvider();
        var summary = await Engine.ExecuteAsync(operation, values, services, output, CancellationToken.None);
        var response = Encoding.UTF8.GetString(output.WrittenSpan);
        using var parsed = JsonDocument.Parse(response);
        Assert.Equal(summary.ErrorCount, parsed.RootElement.TryGetProperty("errors", out var listed) ? listed.GetArrayLength() : 0);
        return response;
    }

    public PreparedOperation Operation(string text)
    {
        var document = Engine.Prepare(Encoding.UTF8.GetBytes(text));
        Assert.Empty(document.Errors);
        Assert.True(document.TryFindOperation(null, out var operation, out var error), error?.Message);
        return operation;
    }

    /// <summary>The first operation of a document that validation may refuse: execution does not rely on it for everything.</summary>
    public PreparedOperation UnvalidatedOperation(string text)
    {
        var document = GraphQLParser.Parse(new Source(text));
        return new(new ExecutableDocument(new PlanningContext(Engine.Schema, null), document), document.Definitions.OfType<OperationDefinitionNode>().First());
    }

    /// <summary>The errors as `message @ path`, one a line.</summary>
    public static string ErrorsOf(string response)
    {
        using var json = JsonDocument.Parse(response);
        return json.RootElement.TryGetProperty("errors", out var errors)
            ? string.Join('\n', errors.EnumerateArray().Select(error => $"{error.GetProperty("message").GetString()} @ {PathOf(error)}"))
            : "";
    }

    public static string DataOf(string response)
    {
        using var json = JsonDocument.Parse(response);
        return json.RootElement.GetProperty("data").GetRawText();
    }

    private static string PathOf(JsonElement error) =>
        error.TryGetProperty("path", out var path) ? string.Join('.', path.EnumerateArray().Select(step => step.ToString())) : "";
}
