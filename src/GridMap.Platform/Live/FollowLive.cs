using System.Runtime.CompilerServices;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Platform.Access;

namespace GridMap.Platform.Live;

/// <summary>What a client asks for: where it left off, what it wants to hear, and where it looks.</summary>
public sealed record FollowRequest(string? Cursor, string?[]? Topics, double[]? Viewport);

/// <summary>The frames of one connection, pulled as fast as it can write them.</summary>
public sealed class LiveStream
{
    internal LiveStream(Func<LiveStream, IAsyncEnumerable<LiveFrame>> frames) => Frames = frames(this);

    public IAsyncEnumerable<LiveFrame> Frames { get; }

    internal Func<LiveFrame, ValueTask>? Write { get; private set; }

    /// <summary>What is to come after the beginning is written as it comes, and the frames end with it: one step for each frame, where pulling takes four.</summary>
    public void WriteBy(Func<LiveFrame, ValueTask> write) => Write = write;
}

/// <summary>Follows the feed for one connection: welcome, what was missed, then facts and positions as they come, one frame at a time.</summary>
public sealed class FollowLive(
    LiveFeed feed, LiveTopics topics, PositionBoard board, MissedChanges missedChanges, KnownCallers known, CurrentAreas areas,
    LiveOptions options, TimeProvider clock, LiveMeters meters)
{
    private const int MaxTopics = 64;

    /// <summary>Checks the request and opens the mailbox.</summary>
    public async Task<Result<LiveStream>> RunAsync(FollowRequest? request, string connectionId, Credential credential, CancellationToken cancellationToken)
    {
        if (request is null || request.Cursor?.Length > ChangeCursor.MaxLength || request.Topics?.Length > MaxTopics)
        {
            return new Refusal("FOLLOW_MALFORMED", "Send {cursor, topics, viewport}, with the cursor as it was given.", "请发送 {cursor, topics, viewport}，cursor 须原样返回。");
        }

        var selection = topics.Select(request.Topics);
        if (selection.Refusal is { } unknown)
        {
            return unknown;
        }

        var window = LiveWindow.Parse(request.Viewport);
        if (window.Refusal is { } malformed)
        {
            return malformed;
        }

        await feed.Started.WaitAsync(cancellationToken);
        // Asked again here: the connection may be older than the session.
        var caller = await known.FindAsync(credential, cancellationToken) ?? Caller.Anonymous;
        var audience = topics.AudienceOf(caller, await areas.LoadAsync(cancellationToken));
        var access = new LiveAccess(credential, audience, topics, known, areas, clock);
        var joined = feed.Join(connectionId, new LiveInterest(selection.Value, audience), window.Value);
        return joined.Refusal is { } full
            ? full
            : new LiveStream(stream => StreamAsync(stream, request.Cursor, connectionId, joined.Value.Mailbox, joined.Value.Head, access, cancellationToken));
    }

    private async IAsyncEnumerable<LiveFrame> StreamAsync(
        LiveStream stream, string? cursorText, string connectionId, Mailbox mailbox, ChangeCursor head, LiveAccess access, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            var (cursor, lost) = await missedChanges.FindStartAsync(cursorText, head, cancellationToken);
            // With a resync to come the welcome carries the origin: a client that is cut off in between knows nothing, and its cursor says so.
            yield return LiveFrames.Welcome(lost is null ? cursor : ChangeCursor.Origin(head.Epoch), clock.GetUtcNow(), connectionId);
            while (lost is null && cursor.IsBefore(head))
            {
                (cursor, lost, var missed) = await missedChanges.ReadAsync(cursor, cancellationToken);
                if (missed?.FrameFor(mailbox.Interest) is { } frame)
                {
                    yield return frame;
                }
            }

            if (lost is { } reason)
            {
                meters.Resynced(reason);
                cursor = head;
                yield return LiveFrames.Resync(head, reason);
            }

            var session = new LiveSession(mailbox, board, feed, options, clock, meters, access, cursor);
            if (stream.Write is { } write)
            {
                await session.WriteAsync(write, cancellationToken);
                yield break;
            }

            await foreach (var frame in session.ReadAsync(cancellationToken))
            {
                yield return frame;
            }
        }
        finally
        {
            feed.Leave(connectionId);
        }
    }
}
