using System.Diagnostics.CodeAnalysis;
using GridMap.GraphQL.Execution.Binding;

namespace GridMap.GraphQL.Execution.Plans;

/// <summary>A field whose value may come later.</summary>
internal sealed class AsyncFieldPlan<T>(FieldShape shape, AsyncResolver<T> resolver, ValueWriter<T> writer) : ValueFieldPlan<T>(shape, writer)
{
    private readonly ArgumentPlan _arguments = shape.Planner.Arguments(shape, resolver);

    public override bool IsDeferred => true;

    public override bool Write(object? source, int block, ExecutionState state) => WriteResolved(block + DeferredIndex, state);

    [SuppressMessage("Reliability", "CA2012", Justification = "The task is either done or handed on, once.")]
    public override void Resolve(object? source, int slot, ExecutionState state)
    {
        try
        {
            var value = resolver.Start(source, _arguments.Of(state), state, this);
            if (value.IsCompletedSuccessfully)
            {
                Keep(value.Result, slot, state);
                return;
            }

            state.Begin();
            _ = ResolveAsync(value, slot, state);
        }
        catch (Exception exception)
        {
            state.Slots[slot].Value = new FieldFailure(exception);
        }
    }

    private async Task ResolveAsync(ValueTask<T> pending, int slot, ExecutionState state)
    {
        try
        {
            var value = await pending;
            if (!state.CancellationToken.IsCancellationRequested)
            {
                Keep(value, slot, state);
            }
        }
        catch (Exception exception)
        {
            state.Slots[slot].Value = new FieldFailure(exception);
        }

        state.End();
    }
}
