using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using GridMap.GraphQL.Execution;
using GridMap.GraphQL.Language;
using GridMap.GraphQL.Tests.Reference;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Tests.Hostile;

/// <summary>A hostile document is refused with its code, or answered, for work in proportion to its length; the work is counted in memory, not in time.</summary>
public sealed class HostileDocumentTests
{
    private const int AllocatedPerByte = 600;
    private const int AllocatedAtLeast = 8_000_000;
    private const int LongestAnswer = 200_000;

    private static readonly JsonElement NoVariables = JsonDocument.Parse("{}").RootElement;

    public static TheoryData<string> Names => [.. HostileDocuments.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_document_is_refused_or_answered_for_bounded_work(string name)
    {
        var (text, code) = HostileDocuments.All[name];
        var bytes = Encoding.UTF8.GetBytes(text);
        var engine = Engine();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var answer = Answer(engine, bytes);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(code, CodeOf(answer));
        Assert.InRange(answer.Length, 1, LongestAnswer);
        Assert.InRange(allocated, 0, AllocatedAtLeast + ((long)AllocatedPerByte * bytes.Length));
    }

    [SuppressMessage("Performance", "CA1849", Justification = "Everything resolves at once.")]
    private static string Answer(GraphQLEngine engine, byte[] bytes)
    {
        var output = new ArrayBufferWriter<byte>();
        var document = engine.Prepare(bytes);
        if (document.Errors.Count > 0)
        {
            GraphQLEngine.WriteErrors(document.Errors, output);
        }
        else if (document.TryFindOperation(null, out var operation, out _) && operation.TryCoerceVariables(NoVariables, out var variables, out _))
        {
            engine.ExecuteAsync(operation, variables, NoServices.Instance, output, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>Of the first error.</summary>
    private static string? CodeOf(string answer)
    {
        using var response = JsonDocument.Parse(answer);
        return response.RootElement.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").GetProperty("code").GetString() : null;
    }

    /// <summary>Every object has its fields at once, to any depth.</summary>
    private static GraphQLEngine Engine()
    {
        var schema = new SchemaBuilder().AddDocument(GraphQLParser.Parse(new Source(Corners.Schema), ParserLimits.OwnText)).Build();
        var resolvers = new ResolverSet { Fallback = (_, field) => FieldResolver.Of<object?, object?>((_, _) => ValueOf(field)), TypeNameOf = _ => "Thing" };
        return new GraphQLEngine(schema, resolvers, new GraphQLOptions { MaxResponseBytes = 1_000_000 });
    }

    private static object? ValueOf(FieldDefinition field) => field.Type.Named switch
    {
        CompositeType when field.Type.Nullable is NamedType => new object(),
        ScalarType { Name: "ID" or "String" } => "x",
        _ => null,
    };
}
