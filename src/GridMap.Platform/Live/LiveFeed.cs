using System.Collections.Immutable;
using GridMap.Core;

namespace GridMap.Platform.Live;

/// <summary>The connections of this server: hands each batch to every mailbox, in order, exactly once.</summary>
public sealed class LiveFeed(LiveOptions options, TimeProvider clock, LiveMeters meters)
{
    // Half of the processors: the intake of what is told needs some too.
    private static readonly int Ringers = Math.Max(1, Environment.ProcessorCount / 2);

    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ImmutableDictionary<string, Mailbox> _mailboxes = ImmutableDictionary<string, Mailbox>.Empty;
    private Mailbox[]? _inTurn;
    private ChangeCursor _head;
    private long _heardAt;

    /// <summary>Done when the follower knows where the log stands.</summary>
    public Task Started => _started.Task;

    public ChangeCursor Head
    {
        get
        {
            lock (_gate)
            {
                return _head;
            }
        }
    }

    /// <summary>Whether the log has been read lately. A feed that is deaf sends no heartbeats, so that clients can say so.</summary>
    public bool IsHearing => Started.IsCompleted && clock.GetElapsedTime(Interlocked.Read(ref _heardAt)) < options.DeafAfter;

    /// <summary>Opens a mailbox that gets every batch after the returned cursor.</summary>
    public Result<(Mailbox Mailbox, ChangeCursor Head)> Join(string connectionId, LiveInterest interest, LiveWindow window)
    {
        lock (_gate)
        {
            if (_mailboxes.Count >= options.MaxConnections)
            {
                return new Refusal("TOO_MANY_CONNECTIONS", "The server is full: try again later.", "连接数已满，请稍后重试。");
            }

            if (_mailboxes.ContainsKey(connectionId))
            {
                return new Refusal("ALREADY_FOLLOWING", "One connection follows once: cancel the first stream or open another connection.", "同一连接只能订阅一次：请先取消原订阅或另开连接。");
            }

            var mailbox = new Mailbox(interest, window, _head, options);
            _mailboxes = _mailboxes.Add(connectionId, mailbox);
            _inTurn = null;
            meters.Connections(_mailboxes.Count);
            return (mailbox, _head);
        }
    }

    public void Leave(string connectionId)
    {
        lock (_gate)
        {
            // Whoever still waits sees that it is over.
            _mailboxes.GetValueOrDefault(connectionId)?.Ring();
            _mailboxes = _mailboxes.Remove(connectionId);
            _inTurn = null;
            meters.Connections(_mailboxes.Count);
        }
    }

    public Mailbox? Find(string connectionId) => _mailboxes.GetValueOrDefault(connectionId);

    /// <summary>The follower has read the log, whether or not there was anything.</summary>
    public void Hear() => Interlocked.Exchange(ref _heardAt, clock.GetTimestamp());

    public void Publish(ChangeBatch batch)
    {
        lock (_gate)
        {
            _head = batch.End;
            foreach (var mailbox in _mailboxes.Values)
            {
                mailbox.Offer(batch);
            }
        }
    }

    /// <summary>Starts at a place in the log; when there was another one before, every client has to resync.</summary>
    public void StartAt(ChangeCursor head, ResyncReason reason)
    {
        lock (_gate)
        {
            _head = head;
            Hear();
            foreach (var mailbox in _mailboxes.Values)
            {
                mailbox.Reset(head, reason);
            }
        }

        _started.TrySetResult();
    }

    /// <summary>
    /// Lets every connection look and write. A few loops take one after the other, in their own threads: a change of thread for each would cost as much as what it writes. A connection whose
    /// socket takes nothing leaves the loop at once.
    /// </summary>
    public Task RingAllAsync()
    {
        var (mailboxes, next) = (ListInTurn(), -1);
        return Task.WhenAll(Enumerable.Range(0, Math.Min(Ringers, mailboxes.Length)).Select(_ => Task.Run(() =>
        {
            while (Interlocked.Increment(ref next) is var turn && turn < mailboxes.Length)
            {
                mailboxes[turn].RingHere();
            }
        })));
    }

    private Mailbox[] ListInTurn()
    {
        lock (_gate)
        {
            return _inTurn ??= [.. _mailboxes.Values];
        }
    }
}
