using Dapper;
using GridMap.Core.Boundaries.Editing;
using GridMap.Platform.Database;
using NetTopologySuite.Geometries;
using Npgsql;
using Position = GridMap.Core.Geography.Position;

namespace GridMap.Server.Boundaries;

/// <summary>A grid before and after a plan; a new one has no before, a retired one no after.</summary>
public sealed record GridDiff(int Grid, GridNumbers? Before, GridNumbers? After, Geometry? BeforeShape, Geometry? AfterShape);

/// <summary>Tells every grid that a plan makes, retires or changes: from memory, or for a published plan from what was kept of that time.</summary>
public sealed class DiffPlan(NpgsqlDataSource database, PlanDrafts drafts)
{
    public async Task<IReadOnlyList<GridDiff>> RunAsync(Plan plan, CancellationToken cancellationToken)
    {
        if (plan.Status == PlanStatus.Published)
        {
            return await ReadAsync(plan.Id, cancellationToken);
        }

        using var turn = await drafts.TakeAsync(plan.Id, cancellationToken);
        return turn is null ? [] : Compare(turn.Draft);
    }

    private static GridDiff[] Compare(PlanDraft draft)
    {
        var outcome = new PlanOutcome(draft);
        var (before, after) = (draft.InForce.Division, draft.Division);
        var renamed = outcome.Changes.OfType<GridChange>().Select(change => (change.Before ?? change.After)!.Id);
        return
        [
            .. outcome.Formerly.Concat(outcome.Shaped).Concat(renamed).Distinct().Order().Select(grid => new GridDiff(
                grid,
                before.HasGrid(grid) ? before.NumbersOf(grid) : null,
                after.HasGrid(grid) ? after.NumbersOf(grid) : null,
                before.HasGrid(grid) ? before.ShapeOf(grid) : null,
                after.HasGrid(grid) ? after.ShapeOf(grid) : null)),
        ];
    }

    private async Task<IReadOnlyList<GridDiff>> ReadAsync(int plan, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(Sql.Beside<DiffPlan>(), new { id = plan }, cancellationToken: cancellationToken));
        return [.. rows.GroupBy(row => row.Id).Select(grid => Pair(grid.Key, grid.FirstOrDefault(row => !row.IsAfter), grid.FirstOrDefault(row => row.IsAfter)))];
    }

    private static GridDiff Pair(int grid, Row? before, Row? after) => new(grid, before?.ToNumbers(), after?.ToNumbers(), before?.Shape, after?.Shape);

    private sealed record Row
    {
        public required int Id { get; init; }

        public required bool IsAfter { get; init; }

        public required string Code { get; init; }

        public required string Name { get; init; }

        public string? NameEn { get; init; }

        public required int Community { get; init; }

        public required int Households { get; init; }

        public required int Persons { get; init; }

        public required int Elders { get; init; }

        public required int Buildings { get; init; }

        public required double SquareMeters { get; init; }

        public required double PerimeterMeters { get; init; }

        public required int Pieces { get; init; }

        public required Position LabelPoint { get; init; }

        public required int Atoms { get; init; }

        public required Geometry Shape { get; init; }

        // How many worked there then is not kept with the shape.
        public GridNumbers ToNumbers() => new(
            Id,
            Code,
            Name,
            NameEn,
            Community,
            0,
            Households,
            Persons,
            Elders,
            Buildings,
            SquareMeters,
            PerimeterMeters,
            4 * Math.PI * SquareMeters / (PerimeterMeters * PerimeterMeters),
            Pieces,
            Atoms,
            LabelPoint);
    }
}
