using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Patrols.Playback;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Access;
using GridMap.Platform.Schema;

namespace GridMap.Server.Patrols.Playback;

/// <summary>Who played back tracks.</summary>
[QueryType]
public static class PlaybackQueries
{
    private static readonly Refusal NotAllowed = new(
        "NOT_ALLOWED", "Who looked at tracks is for administrators of the whole place.", "轨迹回放记录仅全域管理员可查看。");

    public static async Task<PlaybackPage> PlaybacksAsync(
        int? first, string? after, int? last, string? before, Caller caller, CurrentAreas areas, FindPlaybacks find, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeePlaybacks);
        return await areas.AllowsAsync(caller, Permission.SeePlaybacks, null, cancellationToken)
            ? await find.RunAsync(PageRequest.Parse(first, after, last, before).OrError(), cancellationToken)
            : throw NotAllowed.AsError();
    }
}

/// <summary>Begins to play back tracks.</summary>
[MutationType]
public static class PlaybackMutations
{
    public static Task<OpenPlaybackPayload> OpenPlaybackAsync(OpenPlaybackInput input, Caller caller, OpenPlayback open, CancellationToken cancellationToken)
    {
        caller.RequireKnown();
        return open.RunAsync(input, caller, cancellationToken);
    }
}

/// <summary>What hangs on a playback.</summary>
[ObjectType<Playback>]
public static class PlaybackResolvers
{
    public static int SliceSeconds() => TrackSlice.Seconds;

    public static ValueTask<Patrol?> PatrolAsync([Parent] Playback playback, PatrolsById patrols, CancellationToken cancellationToken) =>
        playback.PatrolId is { } id ? patrols.LoadAsync(id, cancellationToken) : default;
}

/// <summary>What is counted only when it is asked for.</summary>
[ObjectType<PlaybackPage>("PlaybackConnection")]
public static class PlaybackConnectionResolvers
{
    public static Task<int> TotalCountAsync(FindPlaybacks find, CancellationToken cancellationToken) => find.CountAsync(cancellationToken);
}

/// <summary>What a playback begins with.</summary>
[ObjectType<OpenPlaybackPayload>]
public static class OpenPlaybackPayloadResolvers;
