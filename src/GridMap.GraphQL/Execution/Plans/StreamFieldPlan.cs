using GridMap.GraphQL.Execution.Binding;

namespace GridMap.GraphQL.Execution.Plans;

/// <summary>The field of a subscription: opened once, then written once an event (specification, section 6.2.3).</summary>
internal abstract class StreamFieldPlan(FieldShape shape) : FieldPlan(shape)
{
    /// <summary>ResolveFieldEventStream() of the specification: the events as they come, boxed.</summary>
    public abstract ValueTask<IAsyncEnumerable<object?>> OpenAsync(ExecutionState state);
}

/// <summary>The same with the .NET type of its events.</summary>
internal sealed class StreamFieldPlan<T>(FieldShape shape, StreamResolver<T> resolver, ValueWriter<T> writer) : StreamFieldPlan(shape)
{
    private readonly ArgumentPlan _arguments = shape.Planner.Arguments(shape, resolver);
    private readonly EventFieldPlan<T> _event = new(shape, writer);

    public override bool IsDeferred => true;

    public override IEnumerable<ObjectPlan> Selections => _event.Selections;

    public override async ValueTask<IAsyncEnumerable<object?>> OpenAsync(ExecutionState state) =>
        EventsOf(await resolver.Open(_arguments.Of(state), state, this));

    public override void Resolve(object? source, int slot, ExecutionState state) => _event.Resolve(source, slot, state);

    public override bool Write(object? source, int block, ExecutionState state) => _event.Write(source, block, state);

    private static async IAsyncEnumerable<object?> EventsOf(
        IAsyncEnumerable<T> events, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var value in events.WithCancellation(cancellationToken))
        {
            yield return value;
        }
    }
}

/// <summary>An event is the value of the field; it is given as the root.</summary>
internal sealed class EventFieldPlan<T>(FieldShape shape, ValueWriter<T> writer) : ValueFieldPlan<T>(shape, writer)
{
    public override void Resolve(object? source, int slot, ExecutionState state)
    {
        try
        {
            Keep((T?)source, slot, state);
        }
        catch (Exception exception)
        {
            state.Slots[slot].Value = new FieldFailure(exception);
        }
    }

    // The only field of its root, so the first slot is its own.
    public override bool Write(object? source, int block, ExecutionState state) => WriteResolved(block, state);
}
