using System.Threading.Tasks.Sources;

namespace GridMap.Platform.Live;

/// <summary>
/// Wakes one waiter; ringing twice before it waits is one waking. It rings by itself every half second, so that whoever waits looks up in time
/// without a timer for each wait. Waiting costs no memory.
/// </summary>
internal sealed class Bell : IValueTaskSource, IDisposable
{
    private static readonly TimeSpan RingsAnyway = TimeSpan.FromMilliseconds(500);

    private readonly Lock _gate = new();
    private readonly Timer _timer;
    private ManualResetValueTaskSourceCore<bool> _waiter = new() { RunContinuationsAsynchronously = true };
    private bool _isAwaited;
    private bool _hasRung;

    public Bell() => _timer = new Timer(static bell => ((Bell)bell!).Ring(), this, RingsAnyway, RingsAnyway);

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

    public void Ring()
    {
        lock (_gate)
        {
            if (_isAwaited)
            {
                _isAwaited = false;
                _waiter.SetResult(true);
            }
            else
            {
                _hasRung = true;
            }
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        // Whoever still waits sees that it is over.
        Ring();
    }

    void IValueTaskSource.GetResult(short token) => _waiter.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _waiter.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _waiter.OnCompleted(continuation, state, token, flags);
}
