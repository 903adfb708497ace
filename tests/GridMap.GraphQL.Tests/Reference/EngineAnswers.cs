using System.Buffers;
using System.Text;
using System.Text.Json;
using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Execution;
using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Tests.Reference;

/// <summary>Our engine over one schema, with the universe for resolvers.</summary>
public sealed class EngineAnswers
{
    private readonly GraphQLEngine _engine;

    public EngineAnswers(string schemaText)
    {
        var schema = new SchemaBuilder().AddDocument(GraphQLParser.Parse(new Source(schemaText), ParserLimits.OwnText)).Build();
        _engine = new GraphQLEngine(schema, new Universe(schema).Resolvers, new GraphQLOptions { CachedDocuments = 10 });
    }

    /// <summary>The same errors if it does not hold, or else the same data and errors.</summary>
    public async Task CompareAsync(DocumentCase each, Differences differences, CancellationToken cancellationToken)
    {
        try
        {
            await CompareAnswersAsync(each, differences, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            differences.Compare(each.ToString(), "an answer", $"{fault.GetType().Name}: {fault.Message} {fault.StackTrace?.Split('\n')[0]}");
        }
    }

    private async Task CompareAnswersAsync(DocumentCase each, Differences differences, CancellationToken cancellationToken)
    {
        var (question, answer) = each;
        var document = _engine.Prepare(Encoding.UTF8.GetBytes(question.Text));
        if (answer.Crash is not null)
        {
            return;
        }

        var expected = answer.Syntax is { } syntax ? [syntax] : answer.Errors;
        differences.Compare(each.ToString(), expected.Select(error => error.ToString()), document.Errors.Select(Differences.TextOf));
        if (expected.Count + document.Errors.Count > 0)
        {
            return;
        }

        var responses = await AnswerAsync(document, question, cancellationToken);
        var results = responses.Select(response => JsonSerializer.Deserialize<ReferenceResult>(response, ReferenceProcess.Format)!).ToList();
        differences.Compare(each.ToString(), string.Join('\n', answer.Results.Select(ResponseText.DataOf)), string.Join('\n', results.Select(ResponseText.DataOf)));
        differences.Compare(each.ToString(), answer.Results.SelectMany(ResponseText.ErrorsOf), results.SelectMany(ResponseText.ErrorsOf));
    }

    /// <summary>One response, or one for each event of a subscription.</summary>
    private async Task<List<string>> AnswerAsync(PreparedDocument document, DocumentQuestion question, CancellationToken cancellationToken)
    {
        if (!document.TryFindOperation(question.Operation, out var operation, out var miss))
        {
            return [Write([miss])];
        }

        if (!operation.TryCoerceVariables(question.Variables, out var values, out var errors))
        {
            return [Write(errors)];
        }

        return operation.Type == OperationType.Subscription
            ? await SubscribeAsync(operation, values, cancellationToken)
            : [await ExecuteAsync(operation, values, cancellationToken)];
    }

    private async Task<string> ExecuteAsync(PreparedOperation operation, VariableValues values, CancellationToken cancellationToken)
    {
        var output = new ArrayBufferWriter<byte>();
        await _engine.ExecuteAsync(operation, values, NoServices.Instance, output, cancellationToken);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private async Task<List<string>> SubscribeAsync(PreparedOperation operation, VariableValues values, CancellationToken cancellationToken)
    {
        var start = await _engine.SubscribeAsync(operation, values, NoServices.Instance, cancellationToken);
        if (start.Responses is null)
        {
            return [Write(start.Errors)];
        }

        var responses = new List<string>();
        await foreach (var response in start.Responses.WithCancellation(cancellationToken))
        {
            responses.Add(Encoding.UTF8.GetString(response.Span));
        }

        return responses;
    }

    private static string Write(IReadOnlyList<GraphQLError> errors)
    {
        var output = new ArrayBufferWriter<byte>();
        GraphQLEngine.WriteErrors(errors, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
