using GridMap.GraphQL.Execution;
using GridMap.GraphQL.Http.Documents;
using Microsoft.Extensions.Logging;

namespace GridMap.GraphQL.Http;

/// <summary>What the endpoint works with: one engine, the gate before it, and what it may take.</summary>
internal sealed class GraphQLParts(GraphQLEngine engine, GraphQLHttpOptions options, TimeProvider clock, ILogger<GraphQLParts> logger)
{
    public GraphQLEngine Engine { get; } = engine;

    public GraphQLHttpOptions Options { get; } = options;

    public TimeProvider Clock { get; } = clock;

    public ILogger Logger { get; } = logger;

    public OperationRun Run { get; } = new(engine, options);

    public OperationGate Gate { get; } = new(
        engine, options.TrustedDocumentsFile is { } file ? TrustedDocuments.Load(file) : TrustedDocuments.None, options);
}
