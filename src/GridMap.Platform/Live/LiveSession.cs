using System.Runtime.CompilerServices;

namespace GridMap.Platform.Live;

/// <summary>The live part of one connection: facts first, then who is gone, then positions, and a heartbeat when there is nothing to say.</summary>
internal sealed class LiveSession(
    Mailbox mailbox, PositionBoard board, LiveFeed feed, LiveOptions options, TimeProvider clock, LiveMeters meters, LiveAccess access, ChangeCursor cursor)
{
    private ChangeCursor _cursor = cursor;
    private long _goneFrom = board.Now;
    private long _positionsFrom;
    private LiveWindow _window;
    private long _viewSerial;
    private PositionNews? _unsaid;
    private Task? _unfinished;
    private long _saidAt = clock.GetTimestamp();

    /// <summary>The frames as somebody pulls them.</summary>
    public async IAsyncEnumerable<LiveFrame> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            if (await access.FindEndAsync(cancellationToken) is { } end)
            {
                yield return LiveFrames.Bye(end);
                yield break;
            }

            foreach (var frame in FindNews())
            {
                yield return frame;
            }

            await mailbox.WaitForRingAsync();
        }
    }

    /// <summary>Writes the frames one after the other, each when the last is written.</summary>
    public async Task WriteAsync(Func<LiveFrame, ValueTask> write, CancellationToken cancellationToken)
    {
        Func<bool> turn = () => TryTurn(write);
        while (!cancellationToken.IsCancellationRequested)
        {
            if (await access.FindEndAsync(cancellationToken) is { } end)
            {
                await write(LiveFrames.Bye(end));
                return;
            }

            foreach (var frame in FindNews())
            {
                await write(frame);
            }

            await mailbox.WaitForRingAsync(turn);
            if (_unfinished is { } unfinished)
            {
                _unfinished = null;
                await unfinished;
            }
        }
    }

    /// <summary>
    /// What nearly every tick brings, where things are now, written without waking anybody: most of what a waking costs is reaching for memory that has not been touched since the last tick.
    /// False when there is more to do than that.
    /// </summary>
    private bool TryTurn(Func<LiveFrame, ValueTask> write)
    {
        if (mailbox.HasNews || access.IsDue)
        {
            return false;
        }

        var news = LookAtBoard();
        if (news.Gone is not null)
        {
            _unsaid = news;
            return false;
        }

        if (news.Positions is null)
        {
            return !IsSilent;
        }

        var writing = write(Say(news.Positions));
        if (writing.IsCompletedSuccessfully)
        {
            return true;
        }

        _unfinished = writing.AsTask();
        return false;
    }

    /// <summary>What there is to say now.</summary>
    private IEnumerable<LiveFrame> FindNews()
    {
        while (mailbox.TryTake(out var delivery))
        {
            if (Open(delivery) is { } facts)
            {
                yield return Say(facts);
            }
        }

        var news = LookAtBoard();
        if (news.Gone is not null)
        {
            yield return Say(news.Gone);
        }

        if (news.Positions is not null)
        {
            yield return Say(news.Positions);
        }

        if (IsSilent && feed.IsHearing)
        {
            yield return Say(LiveFrames.Heartbeat(_cursor, clock.GetUtcNow()));
        }
    }

    private bool IsSilent => clock.GetElapsedTime(_saidAt) >= options.Heartbeat;

    private LiveFrame? Open(Delivery delivery)
    {
        if (delivery.Lost is not { } reason)
        {
            return OpenBatch(delivery.Batch!);
        }

        _cursor = delivery.Head;
        meters.Resynced(reason);
        return LiveFrames.Resync(delivery.Head, reason);
    }

    /// <summary>A batch that catching up has covered already is skipped: its state may be older than what the client has seen.</summary>
    private LiveFrame? OpenBatch(ChangeBatch batch)
    {
        if (!_cursor.IsBefore(batch.End))
        {
            return null;
        }

        _cursor = batch.End;
        return batch.FrameFor(mailbox.Interest);
    }

    private PositionNews LookAtBoard()
    {
        if (_unsaid is { } unsaid)
        {
            _unsaid = null;
            return unsaid;
        }

        if (mailbox.ViewSerial != _viewSerial)
        {
            (_window, _viewSerial) = mailbox.View;
            _positionsFrom = 0;
        }

        var news = board.Look(_positionsFrom, _goneFrom, _window, mailbox.Interest.Audience.Positions);
        _positionsFrom = news.Until;
        _goneFrom = news.Until;
        return news;
    }

    private LiveFrame Say(LiveFrame frame)
    {
        _saidAt = clock.GetTimestamp();
        meters.Framed();
        return frame;
    }
}
