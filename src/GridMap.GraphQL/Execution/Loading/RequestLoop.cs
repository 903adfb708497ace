namespace GridMap.GraphQL.Execution.Loading;

/// <summary>
/// Runs the resolvers of one request one at a time, as JavaScript's event loop does. When none can go on any more, the DataLoaders load what was
/// asked for: so a batch has every key that can be known, no timer decides it, and nothing waits for a batch that nobody starts.
/// </summary>
internal sealed class RequestLoop(Action<Exception> onStray) : SynchronizationContext
{
    private readonly Lock _gate = new();
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _queue = new();
    private readonly ExecutionContext? _flow = ExecutionContext.Capture();
    private List<BatchSource> _waiting = [];
    private List<BatchSource> _dispatched = [];
    private bool _running;

    /// <summary>Called when nothing is left to run, outside of the loop.</summary>
    public Action? Idle { get; set; }

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_gate)
        {
            _queue.Enqueue((d, state));
            if (_running)
                return;

            _running = true;
        }

        // On the thread that completed what was awaited, as without a context; but never deep inside another request's loop.
        if (Current is RequestLoop)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static loop => loop.Drain(), this, preferLocal: false);
            return;
        }

        Drain();
    }

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException("Resolvers wait for nothing but with await.");

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Asks for a load when no resolver can go on.</summary>
    public void Enlist(BatchSource source)
    {
        lock (_gate)
        {
            _waiting.Add(source);
            if (_running)
                return;

            _running = true;
        }

        // Asked for by code that left the loop: others of its kind may be about to ask too.
        ThreadPool.UnsafeQueueUserWorkItem(static loop => loop.Drain(), this, preferLocal: false);
    }

    private void Drain()
    {
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            while (TryTakeNext(out var next))
            {
                Run(next.Callback, next.State);
            }
        }
        finally
        {
            SetSynchronizationContext(outer);
        }

        Idle?.Invoke();
    }

    private bool TryTakeNext(out (SendOrPostCallback Callback, object? State) next)
    {
        lock (_gate)
        {
            if (_queue.TryDequeue(out next))
                return true;

            if (_waiting.Count == 0)
                return _running = false;
        }

        next = (static loop => ((RequestLoop)loop!).Dispatch(), this);
        return true;
    }

    private void Dispatch()
    {
        lock (_gate)
        {
            (_waiting, _dispatched) = (_dispatched, _waiting);
        }

        foreach (var source in _dispatched)
        {
            DispatchInFlow(source);
        }

        _dispatched.Clear();
    }

    private void DispatchInFlow(BatchSource source)
    {
        if (_flow is null)
        {
            source.Dispatch();
            return;
        }

        ExecutionContext.Run(_flow, static source => ((BatchSource)source!).Dispatch(), source);
    }

    private void Run(SendOrPostCallback callback, object? state)
    {
        try
        {
            callback(state);
        }
        catch (Exception exception)
        {
            onStray(exception);
        }
    }
}
