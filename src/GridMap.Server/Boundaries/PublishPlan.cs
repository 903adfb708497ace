using Dapper;
using GridMap.Core;
using GridMap.Core.Boundaries;
using GridMap.Core.Boundaries.Editing;
using GridMap.Core.Boundaries.Planning;
using GridMap.Core.Geography;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Npgsql;

namespace GridMap.Server.Boundaries;

/// <summary>
/// Puts an approved plan in force: one transaction that compares and sets every atom and name, draws what changed, moves open work, and is proved
/// independently before it commits. Before it there is the old division, after it the new one, never anything between.
/// </summary>
public sealed class PublishPlan(NpgsqlDataSource database, PlanDrafts drafts, CurrentDivision current, CurrentAreas areas, TimeProvider clock)
{
    private const int Attempts = 4;

    /// <param name="expectedVersion">Null: as it stands.</param>
    public async Task<Refusal?> RunAsync(int planId, int? expectedVersion, string actorKey, string actor, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var tree = await areas.LoadAsync(cancellationToken);
            using var turn = await drafts.TakeAsync(planId, cancellationToken);
            if (turn is null)
            {
                return PlanRefusals.Unknown;
            }

            if (FindRefusal(turn.Draft, expectedVersion) is { } refusal)
            {
                return refusal == PlanRefusals.Published && turn.Draft.Plan.Version == expectedVersion + 1 ? null : refusal with { Place = turn.Draft.Place };
            }

            var outcome = new PlanOutcome(turn.Draft);
            if (outcome.Changes.Length == 0)
            {
                return PlanRefusals.Empty;
            }

            var district = outcome.Shaped.Concat(outcome.Formerly).Where(grid => grid > 0).Select(grid => tree.PathOf(grid)).FirstOrDefault(path => path.Count > 0)?[^1];
            var published = await WriteAsync(turn.Draft, outcome, district, actorKey, actor, cancellationToken);
            turn.Forget();
            if (published is not null)
            {
                TakeOver(turn.Draft.InForce, published);
                return null;
            }

            // Somebody else published first: look at what is in force now.
            current.StartOver();
            if (attempt == Attempts)
            {
                return PlanRefusals.ChangedMeanwhile;
            }
        }
    }

    private static Refusal? FindRefusal(PlanDraft draft, int? expectedVersion) => draft.Plan.Status switch
    {
        PlanStatus.Published => PlanRefusals.Published,
        PlanStatus.Rejected => PlanRefusals.Rejected,
        PlanStatus.Draft or PlanStatus.Submitted or PlanStatus.Withdrawn => PlanRefusals.NotApproved,
        PlanStatus.Approved when expectedVersion is { } version && version != draft.Plan.Version => PlanRefusals.ChangedMeanwhile,
        PlanStatus.Approved => draft.Broken is null ? null : PlanRefusals.InTheWay,
        _ => throw new InvalidOperationException($"Unknown {draft.Plan.Status}."),
    };

    /// <summary>What changed, with ids that last; null when the division or the plan is not as the draft saw it.</summary>
    private async Task<Change[]?> WriteAsync(
        PlanDraft draft, PlanOutcome outcome, int? district, string actorKey, string actor, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var (stand, grids) = await LockAsync(connection, draft, outcome, cancellationToken);
        if (stand.Revision != draft.InForce.Revision || stand.Version != draft.Plan.Version)
        {
            return null;
        }

        var ids = new LastingIds(outcome.Changes, new FreeIds(stand.Atom, stand.Edge, stand.Node), grids);
        var prepared = new PublishColumns(draft, outcome, ids);
        var columns = new Dictionary<string, object?>
        {
            ["id"] = draft.Plan.Id,
            ["at"] = stand.At,
            ["revision"] = stand.Revision + 1,
            ["actor_key"] = actorKey,
            ["actor"] = actor,
            ["free_edge"] = stand.Edge,
            ["free_node"] = stand.Node,
            ["published"] = BoundaryJson.Write(new Revert(prepared.Changes)),
            ["taken_back"] = BoundaryJson.Write(new Revert([.. prepared.Changes.Reverse().Select(change => change.Invert())])),
        };
        prepared.PutLand(columns);
        prepared.PutNames(columns);
        prepared.PutShapes(columns, district);
        await RunAsync("names", connection, columns, ((int[])columns["ended_ids"]!).Length, cancellationToken);
        await RunAsync("land", connection, columns, ((int[])columns["left_atoms"]!).Length, cancellationToken);
        await ProveAsync(connection, draft, ids, columns, cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(Sql.Beside<PublishPlan>("work"), columns, cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(Sql.Beside<PublishPlan>("tell"), columns, cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return prepared.Changes;
    }

    private async Task<(Stand Stand, int[] Grids)> LockAsync(
        NpgsqlConnection connection, PlanDraft draft, PlanOutcome outcome, CancellationToken cancellationToken)
    {
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(
            Sql.Beside<PublishPlan>("lock"),
            new { id = draft.Plan.Id, now = clock.GetUtcNow().UtcDateTime, grids = LastingIds.NewGridsOf(outcome.Changes).Count() },
            cancellationToken: cancellationToken));
        await results.ReadAsync();
        var stand = await results.ReadSingleAsync<Stand>();
        return (stand, [.. await results.ReadAsync<int>()]);
    }

    /// <summary>Runs statements of which one answers how many rows were as the plan saw them; fewer than expected is a fault, for the lock is held.</summary>
    private static async Task RunAsync(
        string part, NpgsqlConnection connection, Dictionary<string, object?> columns, int expected, CancellationToken cancellationToken)
    {
        var ended = await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            Sql.Beside<PublishPlan>(part), columns, cancellationToken: cancellationToken));
        if (ended != expected)
        {
            throw new InvalidOperationException($"Publishing plan {columns["id"]} met {ended} instead of {expected} rows of {part} as they should be.");
        }
    }

    /// <summary>
    /// Draws the shapes and proves them by another way than they were made: the segments of the new polygons cancel against those of the old ones,
    /// and the households that the database counts are those of the engine.
    /// </summary>
    private static async Task ProveAsync(
        NpgsqlConnection connection, PlanDraft draft, LastingIds ids, Dictionary<string, object?> columns, CancellationToken cancellationToken)
    {
        var shapes = (await connection.QueryAsync<(int GridId, bool IsNew, int Households, byte[] Shape)>(new CommandDefinition(
            Sql.Beside<PublishPlan>("shapes"), columns, cancellationToken: cancellationToken))).AsList();
        var counted = shapes.Where(shape => shape.IsNew).ToDictionary(shape => shape.GridId, shape => shape.Households);
        foreach (var grid in draft.Division.GridIds.Where(grid => counted.ContainsKey(ids.Grid(grid))))
        {
            if (draft.Division.NumbersOf(grid).Households != counted[ids.Grid(grid)])
            {
                throw new InvalidOperationException($"Grid {grid} of plan {draft.Plan.Id} has other households in the database than in memory.");
            }
        }

        var reader = new WKBReader();
        var former = shapes.Where(shape => !shape.IsNew).SelectMany(shape => PartsOf(reader.Read(shape.Shape)));
        var isTiled = SegmentCancellation.LeftOver(
            shapes.Where(shape => shape.IsNew).Select(shape => reader.Read(shape.Shape)), Lattice.Factory.CreateGeometryCollection([.. former])).Count == 0;
        if (!isTiled && !await IsWholeTiledAsync(connection, reader, cancellationToken))
        {
            throw new InvalidOperationException($"The mosaic after plan {draft.Plan.Id} has a gap or an overlap.");
        }
    }

    private static IEnumerable<Geometry> PartsOf(Geometry shape) => Enumerable.Range(0, shape.NumGeometries).Select(shape.GetGeometryN);

    /// <summary>A vertex that came into the outer border leaves segments over between old and new; then all grids are laid against the district.</summary>
    private static async Task<bool> IsWholeTiledAsync(NpgsqlConnection connection, WKBReader reader, CancellationToken cancellationToken)
    {
        var all = (await connection.QueryAsync<(bool IsWhole, byte[] Shape)>(new CommandDefinition(
            Sql.Beside<PublishPlan>("whole"), cancellationToken: cancellationToken))).AsList();
        return SegmentCancellation.LeftOver(
            all.Where(shape => !shape.IsWhole).Select(shape => reader.Read(shape.Shape)), reader.Read(all.Single(shape => shape.IsWhole).Shape)).Count == 0;
    }

    /// <summary>The division in memory goes on to the published one; where it cannot, it is loaded again.</summary>
    private void TakeOver(DivisionInForce former, Change[] changes)
    {
        var division = former.Division.Copy();
        if (division.Apply(new Revert(changes), BoundaryRules.None).IsRefused)
        {
            current.StartOver();
        }
        else
        {
            current.Replace(new DivisionInForce(former.Revision + 1, division));
        }
    }

    private sealed record Stand
    {
        public required int Revision { get; init; }

        public required DateTime At { get; init; }

        public required string Status { get; init; }

        public required int Version { get; init; }

        public required int Atom { get; init; }

        public required int Edge { get; init; }

        public required int Node { get; init; }
    }
}
