using Dapper;
using GridMap.Core.Geography;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Boundaries;

/// <summary>Something that publishing moves to another grid; negative for a grid that the plan makes.</summary>
public sealed record PlanMovement
{
    public required string Kind { get; init; }

    public required string Id { get; init; }

    public required string Title { get; init; }

    public required int FromGrid { get; init; }

    public int? ToGrid { get; init; }

    public Position? Position { get; init; }
}

/// <summary>Whom publishing a plan moves to another grid.</summary>
public sealed record PlanImpact(int OpenIncidents, int Facilities, int PatrolPoints, int Patrols, IReadOnlyList<PlanMovement> Moves);

/// <summary>Finds what publishing a plan would move, by the same rule that publishing uses.</summary>
public sealed class PreviewImpact(NpgsqlDataSource database, PlanDrafts drafts)
{
    private const int MostMoves = 500;

    private static readonly PlanImpact Nothing = new(0, 0, 0, 0, []);

    public async Task<PlanImpact> RunAsync(int planId, CancellationToken cancellationToken)
    {
        object columns;
        using (var turn = await drafts.TakeAsync(planId, cancellationToken))
        {
            if (turn is null || turn.Draft.Done.Count == 0)
            {
                return Nothing;
            }

            var outcome = new PlanOutcome(turn.Draft);
            columns = new
            {
                formerly = outcome.Formerly,
                grids = outcome.Shaped,
                shapes = Array.ConvertAll(outcome.Shaped, grid => turn.Draft.Division.ShapeOf(grid).AsBinary()),
                retired = outcome.Retired,
                heirs = outcome.Heirs,
            };
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var moves = (await connection.QueryAsync<PlanMovement>(new CommandDefinition(
            Sql.Beside<PreviewImpact>(), columns, cancellationToken: cancellationToken))).AsList();
        return new PlanImpact(
            moves.Count(move => move.Kind == "incident"),
            moves.Count(move => move.Kind == "facility"),
            moves.Count(move => move.Kind == "patrol_point"),
            moves.Count(move => move.Kind == "patrol"),
            [.. moves.Take(MostMoves)]);
    }
}
