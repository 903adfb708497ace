using System.Buffers;
using System.Text.Json;
using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Execution;
using GridMap.GraphQL.Language;
using GridMap.GraphQL.Tests.Reference;
using GridMap.GraphQL.Types;
using GridMap.GraphQL.Validation;

namespace GridMap.GraphQL.Tests.Hostile;

/// <summary>What every text must stand: each stage answers or refuses, within memory in proportion to the text.</summary>
public sealed class FuzzedText(Schema schema)
{
    /// <summary>Bytes of memory for each byte of text, and for any text at all.</summary>
    private const int AllocatedPerByte = 400;

    private const int AllocatedAtLeast = 100_000;

    /// <summary>For up to a hundred errors, each with what else may have been meant.</summary>
    private const int AllocatedForErrors = 2_000_000;

    private static readonly JsonElement NoVariables = JsonDocument.Parse("{}").RootElement;

    private readonly GraphQLEngine _engine = new(schema, new Universe(schema).Resolvers, new GraphQLOptions { CachedDocuments = 1 });

    /// <summary>How far the text came: not read, read, executed.</summary>
    public int Run(byte[] text)
    {
        if (Bounded(text, () => Parse(text)) is not { } document)
        {
            return 0;
        }

        var printed = Bounded(text, () => Printer.Print(document));
        Assert.Equal(printed, Printer.Print(GraphQLParser.Parse(new Source(printed), ParserLimits.OwnText)));
        if (document.Definitions[0] is TypeSystemDefinitionNode)
        {
            return Build(document);
        }

        return Bounded(text, () => DocumentValidator.Validate(schema, document), AllocatedForErrors).Count > 0 ? 1 : Execute(text);
    }

    private static DocumentNode? Parse(byte[] text)
    {
        try
        {
            return GraphQLParser.Parse(new Source(text));
        }
        catch (GraphQLSyntaxException fault)
        {
            Assert.StartsWith("Syntax Error: ", fault.Error.Message, StringComparison.Ordinal);
            Assert.Single(fault.Error.Locations);
            return null;
        }
    }

    private static int Build(DocumentNode document)
    {
        try
        {
            SchemaPrinter.Print(new SchemaBuilder().AddDocument(document).Build());
            return 2;
        }
        catch (SchemaException refused)
        {
            Assert.NotEmpty(refused.Errors);
            return 1;
        }
    }

    private int Execute(byte[] text)
    {
        foreach (var operation in _engine.Prepare(text).Operations.Where(operation => operation.Type != OperationType.Subscription))
        {
            if (operation.TryCoerceVariables(NoVariables, out var variables, out _))
            {
                var output = new ArrayBufferWriter<byte>();
                _engine.ExecuteAsync(operation, variables, NoServices.Instance, output, CancellationToken.None).AsTask().GetAwaiter().GetResult();
                using var response = JsonDocument.Parse(output.WrittenMemory, new JsonDocumentOptions { MaxDepth = 1_000 });
                Assert.True(response.RootElement.TryGetProperty("data", out _));
            }
        }

        return 2;
    }

    private static T Bounded<T>(byte[] text, Func<T> run, int atLeast = AllocatedAtLeast)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var made = run();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated <= atLeast + ((long)AllocatedPerByte * text.Length), $"{allocated} bytes allocated for {text.Length} bytes of text.");
        return made;
    }
}
