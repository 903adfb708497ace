using System.Buffers;
using GridMap.GraphQL.Execution;

namespace GridMap.GraphQL.Http;

/// <summary>Runs a query or a mutation for as long as it may take.</summary>
internal sealed class OperationRun(GraphQLEngine engine, GraphQLHttpOptions options)
{
    /// <summary>Writes the response; false where the time was over first, and nothing is written.</summary>
    public async ValueTask<bool> TryExecuteAsync(Admission admission, IServiceProvider services, IBufferWriter<byte> output, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(options.ExecutionTimeout);
        try
        {
            await engine.ExecuteAsync(admission.Operation!, admission.Variables!, services, output, deadline.Token);
            return true;
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
