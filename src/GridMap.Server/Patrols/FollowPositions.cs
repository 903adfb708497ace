using System.Runtime.CompilerServices;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Patrols;
using GridMap.Platform.Access;
using GridMap.Platform.Live;
using Bounds = GridMap.Core.Geography.Bounds;

namespace GridMap.Server.Patrols;

/// <summary>Where a patrol is.</summary>
public sealed record PatrolPosition(int PatrolId, Fix Fix);

/// <summary>Where patrols are that have moved in a box, and which are no longer to be seen in it.</summary>
public sealed record PositionBatch(DateTimeOffset Time, IReadOnlyList<PatrolPosition> Positions, IReadOnlyList<int> Gone);

/// <summary>The batches of one subscriber, pulled as fast as it can take them.</summary>
public sealed record PositionStream(IAsyncEnumerable<PositionBatch> Batches);

/// <summary>
/// Follows the positions in a box for one subscriber: first everybody there, then who has moved, as fast as the subscriber takes them. The latest position
/// of each counts, so that a slow subscriber misses steps on the way but is never behind, and costs no more memory than what it sees.
/// </summary>
public sealed class FollowPositions(
    LiveFeed feed, LiveTopics topics, PositionBoard board, LatestFixes latest, KnownCallers known, CurrentAreas areas, TimeProvider clock)
{
    /// <summary>The stream ends with an error when the subscriber may no longer see what it could when it began.</summary>
    /// <param name="bounds">Null for everywhere.</param>
    public async Task<Result<PositionStream>> RunAsync(Bounds? bounds, Credential credential, CancellationToken cancellationToken)
    {
        if (bounds?.Check().Refusal is { } inverted)
        {
            return inverted;
        }

        await feed.Started.WaitAsync(cancellationToken);
        var caller = await known.FindAsync(credential, cancellationToken) ?? Caller.Anonymous;
        var access = new LiveAccess(credential, topics.AudienceOf(caller, await areas.LoadAsync(cancellationToken)), topics, known, areas, clock);
        var subscriber = $"positions-{Guid.NewGuid():N}";
        var joined = feed.Join(subscriber, new LiveInterest(default, access.Audience), LiveWindow.Everywhere);
        return joined.Refusal is { } full
            ? full
            : new PositionStream(StreamAsync(bounds, subscriber, joined.Value.Mailbox, access, cancellationToken));
    }

    private async IAsyncEnumerable<PositionBatch> StreamAsync(
        Bounds? bounds, string subscriber, Mailbox mailbox, LiveAccess access, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            var view = new View(bounds);
            var from = 0L;
            for (var isFirst = true; ; isFirst = false)
            {
                await access.RequireAsync(cancellationToken);
                Empty(mailbox);
                var moves = board.Moves(from, access.Audience.Positions);
                from = moves.Until;
                var batch = view.Tell(clock.GetUtcNow(), await FixesOfAsync(moves.Moved, cancellationToken), moves.Gone);
                if (isFirst || batch.Positions.Count > 0 || batch.Gone.Count > 0)
                {
                    yield return batch;
                }

                await mailbox.WaitAsync(cancellationToken);
            }
        }
        finally
        {
            feed.Leave(subscriber);
        }
    }

    /// <summary>Facts are for others; here the mailbox is only the bell.</summary>
    private static void Empty(Mailbox mailbox)
    {
        while (mailbox.TryTake(out _))
        {
        }
    }

    private async ValueTask<List<PatrolPosition>> FixesOfAsync(IReadOnlyList<uint> patrols, CancellationToken cancellationToken)
    {
        var positions = new List<PatrolPosition>(patrols.Count);
        foreach (var patrol in patrols)
        {
            if (await latest.FindAsync((int)patrol, cancellationToken) is { } fix)
            {
                positions.Add(new PatrolPosition((int)patrol, fix));
            }
        }

        return positions;
    }

    /// <summary>A box, and who was told to be in it.</summary>
    private sealed class View(Bounds? bounds)
    {
        private readonly HashSet<int> _shown = [];

        public PositionBatch Tell(DateTimeOffset time, List<PatrolPosition> moved, IReadOnlyList<uint> gone)
        {
            var (inside, outside) = (new List<PatrolPosition>(moved.Count), gone.Select(patrol => (int)patrol).ToList());
            foreach (var position in moved)
            {
                if (bounds?.Contains(position.Fix.Position) ?? true)
                {
                    _shown.Add(position.PatrolId);
                    inside.Add(position);
                }
                else
                {
                    outside.Add(position.PatrolId);
                }
            }

            return new PositionBatch(time, inside, outside.FindAll(_shown.Remove));
        }
    }
}
