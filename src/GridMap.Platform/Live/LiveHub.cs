using GridMap.Core;
using GridMap.Platform.Access;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;

namespace GridMap.Platform.Live;

/// <summary>`/hubs/live`: follow the feed and move its window. Clients publish nothing and name no one.</summary>
public sealed class LiveHub(LiveFeed feed, FollowLive follow) : Hub
{
    // Long enough for the last frame to arrive.
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    private static readonly Refusal NotFollowing = new("NOT_FOLLOWING", "Call Follow first.", "请先调用 Follow。");

    public async IAsyncEnumerable<LiveFrame> Follow(
        FollowRequest? request, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stream = await follow.RunAsync(request, Context.ConnectionId, RequestCaller.Of(Context.GetHttpContext()!).Credential, cancellationToken);
        if (stream.Refusal is { } refusal)
        {
            throw Refuse(refusal);
        }

        var socket = (Context.GetHttpContext()!.Features.Get<IHttpUpgradeFeature>() as LiveSocket.Upgrade)?.Socket;
        Func<LiveFrame, ValueTask>? write = null;
        await foreach (var frame in stream.Value.Frames.WithCancellation(cancellationToken))
        {
            if (write is not null)
            {
                await write(frame);
                continue;
            }

            yield return frame;
            if (socket is not null && await socket.FindStreamAsync(cancellationToken) is { } streamId)
            {
                write = next => socket.SendAsync(next, streamId, cancellationToken);
                stream.Value.WriteBy(write);
            }
        }

        // The stream has ended by itself: the session is over, or something else is allowed now.
        await Task.Delay(Farewell, cancellationToken);
        Context.Abort();
    }

    public void SetViewport(double[]? viewport)
    {
        var window = LiveWindow.Parse(viewport);
        if (window.Refusal is { } malformed)
        {
            throw Refuse(malformed);
        }

        if (feed.Find(Context.ConnectionId) is not { } mailbox)
        {
            throw Refuse(NotFollowing);
        }

        mailbox.Look(window.Value);
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        feed.Leave(Context.ConnectionId);
        return Task.CompletedTask;
    }

    private static HubException Refuse(Refusal refusal) => new($"{refusal.Code}: {refusal.Remedy} {refusal.RemedyChinese}");
}
