using GridMap.Core;
using GridMap.Core.Patrols.Playback;
using GridMap.Core.Replay;
using GridMap.Platform.Schema;

namespace GridMap.Server.Patrols.Playback;

/// <summary>Somebody looks at tracks: an entry of the audit trail.</summary>
public sealed record Playback
{
    /// <summary>A shift at the desk; longer nobody looks at a day.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(12);

    public required long Id { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset Until { get; init; }

    public int? Within { get; init; }

    public int? PatrolId { get; init; }

    public DateTimeOffset ExpiresAt => At + Lasts;

    /// <summary>Of many patrols, as slices are given for.</summary>
    public ReplayPeriod Period => new(From, Until, Within);
}

/// <summary>A time in which no fix of any patrol is stored.</summary>
public sealed record PlaybackGap(DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>What is left of a period beside the slices that hold fixes.</summary>
    /// <param name="slices">In order of time.</param>
    public static IReadOnlyList<PlaybackGap> Between(ReplayPeriod period, IEnumerable<DateTimeOffset> slices)
    {
        var gaps = new List<PlaybackGap>();
        var until = period.From;
        foreach (var slice in slices)
        {
            if (slice > until)
            {
                gaps.Add(new PlaybackGap(until, slice));
            }

            until = slice.AddSeconds(TrackSlice.Seconds);
        }

        return until < period.Until ? [.. gaps, new PlaybackGap(until, period.Until)] : gaps;
    }
}

/// <summary>A part of the list of playbacks.</summary>
public sealed record PlaybackPage(Page<Playback> Page)
{
    public IReadOnlyList<Edge<Playback>> Edges => Page.Edges;

    public IEnumerable<Playback> Nodes => Page.Nodes;

    public PageInfo PageInfo => Page.PageInfo;
}

/// <summary>A period to be played back, as a request says it.</summary>
public sealed record OpenPlaybackInput(DateTimeOffset From, DateTimeOffset Until, string? Within = null);

/// <summary>A playback that has begun and where it has nothing to show, or why there is none.</summary>
public sealed record OpenPlaybackPayload(Playback? Playback, IReadOnlyList<PlaybackGap> Gaps, Refusal? Refusal);
