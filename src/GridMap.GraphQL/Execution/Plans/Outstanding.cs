using GridMap.GraphQL.Execution.Loading;

namespace GridMap.GraphQL.Execution.Plans;

/// <summary>Counts what is awaited on a request's loop, and tells when nothing is any more.</summary>
internal sealed class Outstanding(RequestLoop loop)
{
    private int _count;
    private TaskCompletionSource? _whenNone;

    public void Begin() => Volatile.Write(ref _count, _count + 1);

    public void End() => Volatile.Write(ref _count, _count - 1);

    /// <summary>Runs on the loop until all that was begun has ended, or until cancelled: then what still runs is left alone.</summary>
    public Task RunAsync(Action start, CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource();
        _whenNone = done;
        Begin();
        loop.Post(static state => ((Action)state!)(), () => Start(start));
        return done.Task.IsCompleted ? done.Task : done.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Called by the loop, outside of it, whenever nothing is left to run.</summary>
    public void OnIdle()
    {
        if (Volatile.Read(ref _count) == 0)
        {
            Interlocked.Exchange(ref _whenNone, null)?.TrySetResult();
        }
    }

    private void Start(Action start)
    {
        start();
        End();
    }
}
