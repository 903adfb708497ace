using System.Threading.Tasks.Sources;

namespace GridMap.Platform.Live;

/// <summary>Wakes one waiter; ringing twice before it waits is one waking. Waiting costs no memory and no timer.</summary>
internal sealed class Bell : IValueTaskSource
{
    private readonly Lock _gate = new();
    private ManualResetValueTaskSourceCore<bool> _waiter;
    private bool _isAwaited;
    private bool _hasRung;

    /// <summary>For one waiter at a time.</summary>
    public ValueTask WaitAsync()
    {
        lock (_gate)
        {
            if (_hasRung)
            {
                _hasRung = false;
                return ValueTask.CompletedTask;
            }

            _waiter.Reset();
            _isAwaited = true;
            return new ValueTask(this, _waiter.Version);
        }
    }

    /// <summary>Whoever waits goes on in a thread of its own.</summary>
    public void Ring() => Ring(goesOnHere: false);

    /// <summary>Whoever waits goes on in this thread, until it waits for something else. Not while a lock is held.</summary>
    public void RingHere() => Ring(goesOnHere: true);

    private void Ring(bool goesOnHere)
    {
        lock (_gate)
        {
            if (!_isAwaited)
            {
                _hasRung = true;
                return;
            }

            _isAwaited = false;
            _waiter.RunContinuationsAsynchronously = !goesOnHere;
        }

        _waiter.SetResult(true);
    }

    void IValueTaskSource.GetResult(short token) => _waiter.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _waiter.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _waiter.OnCompleted(continuation, state, token, flags);
}
