using System.Threading.Tasks.Sources;

namespace GridMap.Platform.Live;

/// <summary>Wakes one waiter; ringing twice before it waits is one waking. Waiting costs no memory and no timer.</summary>
internal sealed class Bell : IValueTaskSource
{
    private const int Quiet = 0;
    private const int Rung = 1;
    private const int Awaited = 2;

    private ManualResetValueTaskSourceCore<bool> _waiter;
    private Func<bool>? _turn;
    private int _state;

    /// <summary>
    /// For one waiter at a time. What is to be done at a ring may be left as `turn`: <see cref="RingHere"/> does it in its thread, and as long as it answers true the waiter waits on.
    /// </summary>
    public ValueTask WaitAsync(Func<bool>? turn = null)
    {
        _waiter.Reset();
        _turn = turn;
        if (Interlocked.CompareExchange(ref _state, Awaited, Quiet) == Quiet)
        {
            return new ValueTask(this, _waiter.Version);
        }

        Interlocked.Exchange(ref _state, Quiet);
        return ValueTask.CompletedTask;
    }

    /// <summary>Whoever waits goes on in a thread of its own.</summary>
    public void Ring()
    {
        if (TakeWaiter())
        {
            _waiter.RunContinuationsAsynchronously = true;
            _waiter.SetResult(true);
        }
    }

    /// <summary>Whoever waits goes on in this thread, until it waits for something else. Not while a lock is held.</summary>
    public void RingHere()
    {
        if (TakeWaiter() && !TakeTurn())
        {
            _waiter.SetResult(true);
        }
    }

    /// <summary>Whether somebody waits who is now ours to wake; otherwise the ring is kept for whoever waits next.</summary>
    private bool TakeWaiter()
    {
        while (Interlocked.CompareExchange(ref _state, Rung, Quiet) == Awaited)
        {
            if (Interlocked.CompareExchange(ref _state, Quiet, Awaited) == Awaited)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the waiter, who is ours, waits on: it need not be woken, and nobody has rung meanwhile.</summary>
    private bool TakeTurn()
    {
        _waiter.RunContinuationsAsynchronously = false;
        try
        {
            if (_turn is null || !_turn())
            {
                return false;
            }
        }
        catch (Exception fault)
        {
            _waiter.SetException(fault);
            return true;
        }

        if (Interlocked.CompareExchange(ref _state, Awaited, Quiet) == Quiet)
        {
            return true;
        }

        Interlocked.Exchange(ref _state, Quiet);
        return false;
    }

    void IValueTaskSource.GetResult(short token) => _waiter.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _waiter.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _waiter.OnCompleted(continuation, state, token, flags);
}
