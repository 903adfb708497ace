using System.Buffers;
using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Execution.Loading;
using GridMap.GraphQL.Execution.Output;
using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Execution.Plans;

/// <summary>ExecuteQuery() and ExecuteMutation() of the specification, section 6.2: resolve what is asynchronous, then write the response.</summary>
internal static class OperationRun
{
    /// <summary>Writes the data of a query; true if it is not null.</summary>
    public static bool WriteAtOnce(OperationPlan plan, ExecutionState state) => Written(plan.Root.Write(null, -1, state), state);

    /// <summary>Resolves the fields of a query, or of an event, side by side, then writes.</summary>
    public static async ValueTask<bool> ResolveAsync(OperationPlan plan, object? root, ExecutionState state, ErrorLog log)
    {
        var outstanding = Prepare(state, log);
        await outstanding.RunAsync(() => plan.Root.Resolve(root, state), state.CancellationToken).ConfigureAwait(false);
        state.CancellationToken.ThrowIfCancellationRequested();
        state.ThrowIfTooLarge();
        return Written(plan.Root.Write(root, 0, state), state);
    }

    /// <summary>The root fields of a mutation one after the other, each whole before the next is begun (section 6.3.1, serial execution).</summary>
    public static async ValueTask<bool> ResolveSeriallyAsync(OperationPlan plan, ExecutionState state, ErrorLog log)
    {
        var outstanding = Prepare(state, log);
        foreach (var field in plan.Root.Fields)
        {
            state.Buffer.WriteRaw(field.Prefix);
            state.ForgetResolved();
            if (field.IsDeferred)
            {
                var block = state.Allot(field.DeferredIndex + 1);
                await outstanding.RunAsync(() => field.Resolve(null, block + field.DeferredIndex, state), state.CancellationToken).ConfigureAwait(false);
            }

            state.CancellationToken.ThrowIfCancellationRequested();
            state.ThrowIfTooLarge();
            if (!field.Write(null, 0, state))
                return Written(false, state);
        }

        state.Buffer.WriteRaw(plan.Root.Fields.Length == 0 ? "{}"u8 : "}"u8);
        return Written(true, state);
    }

    private static Outstanding Prepare(ExecutionState state, ErrorLog log)
    {
        var loop = new RequestLoop(log.Stray);
        var outstanding = new Outstanding(loop);
        loop.Idle = outstanding.OnIdle;
        state.Loop = loop;
        state.Outstanding = outstanding;
        return outstanding;
    }

    private static bool Written(bool complete, ExecutionState state)
    {
        state.Buffer.ThrowIfTooLong();
        if (complete)
            return true;

        state.Buffer.Truncate(0);
        state.Buffer.WriteNull();
        return false;
    }
}
