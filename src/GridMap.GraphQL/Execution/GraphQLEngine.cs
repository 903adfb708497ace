using System.Buffers;
using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Execution.Binding;
using GridMap.GraphQL.Execution.Output;
using GridMap.GraphQL.Execution.Plans;
using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace GridMap.GraphQL.Execution;

/// <summary>
/// Executes documents on a schema: `Prepare`, find the operation, coerce its variables, `ExecuteAsync` or `SubscribeAsync`. One engine serves all requests.
/// </summary>
public sealed class GraphQLEngine
{
    private readonly ErrorLog _log;
    private readonly DocumentCache _documents;
    private readonly DocumentPreparation _preparation;
    private readonly StatePool _states;

    /// <summary>Binds resolvers to a schema, once; whatever does not fit is told by one SchemaBindingException.</summary>
    public GraphQLEngine(Schema schema, ResolverSet resolvers, GraphQLOptions? options = null, ILogger<GraphQLEngine>? logger = null)
    {
        Schema = schema;
        Options = options ?? new GraphQLOptions();
        var parts = new RequestPartTypes();
        ResolverBinder.Bind(schema, resolvers, parts);
        _log = new ErrorLog(logger ?? NullLogger<GraphQLEngine>.Instance);
        _documents = new DocumentCache(Options.CachedDocuments, Options.CachedDocumentBytes);
        _preparation = new DocumentPreparation(new PlanningContext(schema, resolvers.TypeNameOf), Options);
        _states = new StatePool(() => new ExecutionState(Options, _log, parts));
    }

    public Schema Schema { get; }

    public GraphQLOptions Options { get; }

    /// <summary>Parses and validates a UTF-8 text; a text seen before costs a look-up. The text is kept if it is new, so copy it out of pooled memory.</summary>
    public PreparedDocument Prepare(ReadOnlyMemory<byte> text)
    {
        if (_documents.TryFind(text, out var known))
            return known;

        var document = _preparation.Prepare(text.ToArray());
        if (document.Errors.Count == 0)
        {
            _documents.Add(document.Document!.Source.Text, document);
        }

        return document;
    }

    /// <summary>
    /// Executes a query or a mutation and writes the whole response, `{"data":…}` with errors if there are. Nothing is written before all is known,
    /// so that a cancelled execution (OperationCanceledException) leaves the output untouched. Services are the request's own.
    /// </summary>
    public async ValueTask<ResponseSummary> ExecuteAsync(
        PreparedOperation operation,
        VariableValues variables,
        IServiceProvider services,
        IBufferWriter<byte> output,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var state = _states.Rent();
        try
        {
            var plan = operation.PlanFor(variables);
            state.Start(plan, variables, services, cancellationToken);
            var hasData = await WriteDataAsync(operation.Type, plan, state).ConfigureAwait(false);
            ResponseFormat.Write(state.Errors, state.Buffer.Written.Span, output);
            var summary = new ResponseSummary(!hasData, state.Errors.Count);
            _states.Return(state);
            return summary;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // Resolvers that were left alone may still use the state: it does not go back.
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception exception) when (RefusalOf(exception) is { } refusal)
        {
            WriteErrors([refusal], output);
            return new(DataIsNull: true, ErrorCount: 1);
        }
    }

    /// <summary>
    /// CreateSourceEventStream() of the specification, section 6.2.3.1: opens the stream of a subscription, or tells why not.
    /// Every event is a whole response; services live as long as the stream, DataLoaders as long as an event.
    /// </summary>
    public async ValueTask<SubscriptionStart> SubscribeAsync(
        PreparedOperation operation, VariableValues variables, IServiceProvider services, CancellationToken cancellationToken)
    {
        var state = _states.Rent();
        try
        {
            var plan = operation.PlanFor(variables);
            state.Start(plan, variables, services, cancellationToken);
            var stream = new SubscriptionStream(plan, variables, services, _states, _log);
            var start = await stream.OpenAsync(state).ConfigureAwait(false);
            _states.Return(state);
            return start;
        }
        catch (GraphQLException refused) when (!cancellationToken.IsCancellationRequested)
        {
            return new(null, [refused.Error]);
        }
    }

    /// <summary>Writes `{"errors":[…]}`, the answer to a request that was not executed.</summary>
    public static void WriteErrors(IReadOnlyList<GraphQLError> errors, IBufferWriter<byte> output) => ResponseFormat.WriteErrors(errors, output);

    private ValueTask<bool> WriteDataAsync(OperationType type, OperationPlan plan, ExecutionState state)
    {
        if (type == OperationType.Mutation)
            return OperationRun.ResolveSeriallyAsync(plan, state, _log);

        return plan.Root.HasDeferred ? OperationRun.ResolveAsync(plan, null, state, _log) : new(OperationRun.WriteAtOnce(plan, state));
    }

    /// <summary>What ends a whole request and is told to the client.</summary>
    private static GraphQLError? RefusalOf(Exception exception) => exception switch
    {
        GraphQLException refused => refused.Error,
        ResponseTooLargeException tooLarge => new GraphQLException(tooLarge.Message, ErrorCodes.ResponseTooLarge).Error,
        _ => null,
    };
}

/// <summary>What was answered.</summary>
/// <param name="DataIsNull">A field that may not be null failed up to the root.</param>
public readonly record struct ResponseSummary(bool DataIsNull, int ErrorCount);

/// <summary>A stream of responses, or the errors because of which there is none.</summary>
/// <param name="Responses">Each response is valid until the next is asked for; the stream ends with the source, and dispose it to end it early.</param>
public sealed record SubscriptionStart(IAsyncEnumerable<ReadOnlyMemory<byte>>? Responses, IReadOnlyList<GraphQLError> Errors);
