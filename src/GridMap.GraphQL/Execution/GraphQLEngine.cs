using System.Buffers;
using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Execution;

/// <summary>
/// Executes documents on a schema: `Prepare`, find the operation, coerce its variables, `ExecuteAsync` or `SubscribeAsync`. One engine serves all requests.
/// </summary>
public sealed class GraphQLEngine
{
    /// <summary>Binds resolvers to a schema, once; whatever does not fit is told by one SchemaBindingException.</summary>
    public GraphQLEngine(Schema schema, ResolverSet resolvers, GraphQLOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(resolvers);
        Schema = schema;
        Options = options ?? new GraphQLOptions();
    }

    public Schema Schema { get; }

    public GraphQLOptions Options { get; }

    /// <summary>Parses and validates a UTF-8 text; a text seen before costs a look-up.</summary>
    public PreparedDocument Prepare(ReadOnlyMemory<byte> text) => throw new NotImplementedException();

    /// <summary>
    /// Executes a query or a mutation and writes the whole response, `{"data":…}` with errors if there are. Nothing is written before all is known,
    /// so that a cancelled execution (OperationCanceledException) leaves the output untouched. Services are the request's own.
    /// </summary>
    public ValueTask<ResponseSummary> ExecuteAsync(
        PreparedOperation operation,
        VariableValues variables,
        IServiceProvider services,
        IBufferWriter<byte> output,
        CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>
    /// CreateSourceEventStream() of the specification, section 6.2.3.1: opens the stream of a subscription, or tells why not.
    /// Every event is a whole response; services live as long as the stream, DataLoaders as long as an event.
    /// </summary>
    public ValueTask<SubscriptionStart> SubscribeAsync(
        PreparedOperation operation, VariableValues variables, IServiceProvider services, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>Writes `{"errors":[…]}`, the answer to a request that was not executed.</summary>
    public static void WriteErrors(IReadOnlyList<GraphQLError> errors, IBufferWriter<byte> output) => throw new NotImplementedException();
}

/// <summary>What was answered.</summary>
/// <param name="DataIsNull">A field that may not be null failed up to the root.</param>
public readonly record struct ResponseSummary(bool DataIsNull, int ErrorCount);

/// <summary>A stream of responses, or the errors because of which there is none.</summary>
/// <param name="Responses">Each response is valid until the next is asked for; the stream ends with the source, and dispose it to end it early.</param>
public sealed record SubscriptionStart(IAsyncEnumerable<ReadOnlyMemory<byte>>? Responses, IReadOnlyList<GraphQLError> Errors);
