using GridMap.GraphQL.Execution.Binding;

namespace GridMap.GraphQL.Execution.Plans;

/// <summary>A field that is read at once: while writing, unless something within its value is asynchronous.</summary>
internal sealed class SyncFieldPlan<T>(FieldShape shape, SyncResolver<T> resolver, ValueWriter<T> writer) : ValueFieldPlan<T>(shape, writer)
{
    private readonly ArgumentPlan _arguments = shape.Planner.Arguments(shape, resolver);
    private readonly bool _isDeferred = writer.HasDeferred;

    public override bool IsDeferred => _isDeferred;

    public override bool Write(object? source, int block, ExecutionState state)
    {
        if (_isDeferred)
            return WriteResolved(block + DeferredIndex, state);

        T? value;
        try
        {
            value = resolver.Read(source, _arguments.Of(state), state, this);
        }
        catch (Exception exception) when (state.IsFieldError(exception))
        {
            return Fail(exception, state.Buffer.Length, state.Depth, state);
        }

        return WriteValue(value, -1, state);
    }

    public override void Resolve(object? source, int slot, ExecutionState state)
    {
        try
        {
            Keep(resolver.Read(source, _arguments.Of(state), state, this), slot, state);
        }
        catch (Exception exception)
        {
            state.Slots[slot].Value = new FieldFailure(exception);
        }
    }
}
