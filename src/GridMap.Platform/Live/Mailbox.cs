namespace GridMap.Platform.Live;

/// <summary>What waits for a connection: a batch, or the news that it lost the thread and goes on from `Head`.</summary>
public readonly record struct Delivery(ChangeBatch? Batch, ResyncReason? Lost, ChangeCursor Head);

/// <summary>
/// The bounded mailbox of one connection. Facts wait in order; when there are too many all are dropped and the client is told to resync.
/// Positions do not wait here at all: the connection looks at the board when it is ready to write.
/// </summary>
public sealed class Mailbox(LiveInterest interest, LiveWindow window, ChangeCursor head, LiveOptions options)
{
    private readonly Lock _gate = new();
    private readonly Queue<ChangeBatch> _batches = new();
    private readonly Bell _bell = new();
    private volatile bool _hasNews;
    private ChangeCursor _head = head;
    private ResyncReason? _lost;
    private long _bytes;
    private LiveWindow _window = window;
    private long _windowSerial = 1;

    public LiveInterest Interest { get; } = interest;

    /// <summary>Whether there is something to take.</summary>
    public bool HasNews => _hasNews;

    /// <summary>Another one after each move of the window.</summary>
    public long ViewSerial => Volatile.Read(ref _windowSerial);

    /// <summary>The window, and its number.</summary>
    public (LiveWindow Window, long Serial) View
    {
        get
        {
            lock (_gate)
            {
                return (_window, _windowSerial);
            }
        }
    }

    public void Look(LiveWindow window)
    {
        lock (_gate)
        {
            _window = window;
            _windowSerial++;
        }

        Ring();
    }

    public void Offer(ChangeBatch batch)
    {
        lock (_gate)
        {
            _head = batch.End;
            if (_lost is not null)
            {
                return;
            }

            _batches.Enqueue(batch);
            _hasNews = true;
            _bytes += batch.Bytes;
            if (_batches.Count > options.MailboxBatches || _bytes > options.MailboxBytes)
            {
                Drop(ResyncReason.SlowClient);
            }
        }

        Ring();
    }

    /// <summary>Everything the client knows is void: it goes on from `head` after reading the current state.</summary>
    public void Reset(ChangeCursor head, ResyncReason reason)
    {
        lock (_gate)
        {
            _head = head;
            Drop(reason);
        }

        Ring();
    }

    public bool TryTake(out Delivery delivery)
    {
        lock (_gate)
        {
            if (_lost is { } reason)
            {
                _lost = null;
                _hasNews = _batches.Count > 0;
                delivery = new Delivery(null, reason, _head);
                return true;
            }

            if (_batches.TryDequeue(out var batch))
            {
                _bytes -= batch.Bytes;
                _hasNews = _batches.Count > 0;
                delivery = new Delivery(batch, null, batch.End);
                return true;
            }

            delivery = default;
            return false;
        }
    }

    /// <summary>Wakes the connection; ringing twice before it looks is one waking.</summary>
    public void Ring() => _bell.Ring();

    /// <summary>The same, and the connection looks at once, in this thread.</summary>
    public void RingHere() => _bell.RingHere();

    /// <summary>Ends when there is something to look at, or nobody left to look; `turn` may spare the waking (<see cref="Bell.WaitAsync"/>).</summary>
    public ValueTask WaitForRingAsync(Func<bool>? turn = null) => _bell.WaitAsync(turn);

    /// <summary>Ends when there is something to look at.</summary>
    public async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        await _bell.WaitAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private void Drop(ResyncReason reason)
    {
        _batches.Clear();
        _bytes = 0;
        _lost = reason;
        _hasNews = true;
    }
}
