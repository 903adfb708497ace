using System.Buffers;
using System.Runtime.CompilerServices;
using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Execution.Output;

namespace GridMap.GraphQL.Execution.Plans;

/// <summary>MapSourceToResponseEvent() of the specification, section 6.2.3.2: every event of the source is a response of its own.</summary>
internal sealed class SubscriptionStream(OperationPlan plan, VariableValues variables, IServiceProvider services, StatePool states, ErrorLog log)
{
    public async ValueTask<SubscriptionStart> OpenAsync(ExecutionState state)
    {
        if (plan.Root.Fields is not [StreamFieldPlan field])
            throw new GraphQLException("Subscription must select only one top level field.", ErrorCodes.InvalidResult);

        try
        {
            var events = await field.OpenAsync(state).ConfigureAwait(false);
            return new(ResponsesAsync(events, state.CancellationToken), []);
        }
        catch (Exception exception) when (!state.CancellationToken.IsCancellationRequested)
        {
            state.Enter(field);
            state.AddError(exception);
            return new(null, [.. state.Errors]);
        }
    }

    private async IAsyncEnumerable<ReadOnlyMemory<byte>> ResponsesAsync(
        IAsyncEnumerable<object?> events, CancellationToken opened, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(opened, cancellationToken);
        var response = new ArrayBufferWriter<byte>();
        await using var source = events.GetAsyncEnumerator(either.Token);
        while (await MoveNextAsync(source, either.Token).ConfigureAwait(false))
        {
            response.ResetWrittenCount();
            await WriteAsync(source.Current, response, either.Token).ConfigureAwait(false);
            yield return response.WrittenMemory;
        }
    }

    /// <summary>A source that fails ends the stream with a GraphQLException that clients may be told.</summary>
    private async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<object?> source, CancellationToken cancellationToken)
    {
        try
        {
            return await source.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not GraphQLException && !cancellationToken.IsCancellationRequested)
        {
            log.Unexpected(exception, plan.Root.Fields[0].ResponseName);
            throw new GraphQLException(ErrorCollector.Hidden, ErrorCodes.Unexpected);
        }
    }

    private async ValueTask WriteAsync(object? value, ArrayBufferWriter<byte> response, CancellationToken cancellationToken)
    {
        var state = states.Rent();
        state.Start(plan, variables, services, cancellationToken);
        try
        {
            await OperationRun.ResolveAsync(plan, value, state, log).ConfigureAwait(false);
            ResponseFormat.Write(state.Errors, state.Buffer.Written.Span, response);
            states.Return(state);
        }
        catch (ResponseTooLargeException tooLarge)
        {
            ResponseFormat.WriteErrors([new GraphQLException(tooLarge.Message, ErrorCodes.ResponseTooLarge).Error], response);
        }
    }
}
