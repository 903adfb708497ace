using System.Runtime.CompilerServices;

namespace GridMap.Platform.Live;

/// <summary>The live part of one connection: facts first, then who is gone, then positions, and a heartbeat when there is nothing to say.</summary>
internal sealed class LiveSession(
    Mailbox mailbox, PositionBoard board, LiveFeed feed, LiveOptions options, TimeProvider clock, LiveMeters meters, LiveAccess access, ChangeCursor cursor)
{
    private ChangeCursor _cursor = cursor;
    private long _goneFrom = board.Now;
    private long _positionsFrom;
    private long _viewSerial;
    private long _saidAt = clock.GetTimestamp();

    public async IAsyncEnumerable<LiveFrame> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            if (await access.FindEndAsync(cancellationToken) is { } end)
            {
                yield return LiveFrames.Bye(end);
                yield break;
            }

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

            await mailbox.WaitAsync(cancellationToken);
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
        var (window, serial) = mailbox.View;
        if (serial != _viewSerial)
        {
            _viewSerial = serial;
            _positionsFrom = 0;
        }

        var news = board.Look(_positionsFrom, _goneFrom, window, mailbox.Interest.Audience.Positions);
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
