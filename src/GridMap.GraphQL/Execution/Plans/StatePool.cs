using System.Collections.Concurrent;

namespace GridMap.GraphQL.Execution.Plans;

/// <summary>Execution states that are done, for the next requests. One that grew large is let go.</summary>
internal sealed class StatePool(Func<ExecutionState> create)
{
    private const int LargestSlots = 64 * 1024;

    private readonly int _most = Environment.ProcessorCount * 4;
    private readonly ConcurrentQueue<ExecutionState> _states = new();

    public ExecutionState Rent() => _states.TryDequeue(out var state) ? state : create();

    public void Return(ExecutionState state)
    {
        if (_states.Count >= _most || state.Slots.Length > LargestSlots)
        {
            state.Dispose();
            return;
        }

        state.Reset();
        _states.Enqueue(state);
    }
}
