using Dapper;
using GridMap.Core;
using GridMap.Core.Boundaries.Editing;
using GridMap.Core.Boundaries.Planning;
using GridMap.Platform.Database;
using NetTopologySuite.Geometries;
using Npgsql;
using Position = GridMap.Core.Geography.Position;

namespace GridMap.Server.Boundaries;

/// <summary>Something that a plan and a published revision both changed: mine, theirs, who and when.</summary>
public sealed record PlanConflict(
    int Position, int? Atom, int? Grid, string? Mine, string? Theirs, int? PlanId, string? Who, DateTimeOffset? At, Position? Place, Geometry? Shape, Refusal Refusal);

/// <summary>Finds what of a plan and of what was published meanwhile cannot both be.</summary>
public sealed class FindConflicts(NpgsqlDataSource database, PlanDrafts drafts)
{
    public async Task<IReadOnlyList<PlanConflict>> RunAsync(Plan plan, CancellationToken cancellationToken)
    {
        if (plan.Status == PlanStatus.Published)
        {
            return [];
        }

        IReadOnlyList<PlanConflict> found;
        using (var turn = await drafts.TakeAsync(plan.Id, cancellationToken))
        {
            found = turn is null ? [] : Compare(turn.Draft);
        }

        return found.Count == 0 ? [] : await DescribeAsync(found, cancellationToken);
    }

    private static List<PlanConflict> Compare(PlanDraft draft)
    {
        if (draft.Broken is not { } broken)
        {
            return [];
        }

        var inForce = draft.InForce.Division;
        var kept = draft.Kept.Take(draft.Plan.Applied).ToList();
        var wanted = NetChanges.Of(kept.SelectMany(operation => operation.Inverse.Changes.Reverse().Select(change => change.Invert())));
        var mine = wanted.OfType<OwnerChange>().SelectMany(change => change.Atoms, (change, atom) => (atom, change.To)).ToDictionary(pair => pair.atom, pair => pair.To);
        var made = wanted.OfType<GridChange>().Select(change => change.After).OfType<GridRow>().ToDictionary(row => row.Id);
        var atoms = kept.SelectMany(operation => operation.TouchedAtoms.Where(draft.Foreign.Atoms.Contains), (operation, atom) => (operation.Position, atom))
            .DistinctBy(pair => pair.atom)
            .Select(pair => new PlanConflict(
                pair.Position,
                pair.atom,
                null,
                mine.TryGetValue(pair.atom, out var grid) ? NameOf(grid) : null,
                inForce.HasAtom(pair.atom) ? NameOf(inForce.GridOf(pair.atom)) : null,
                null,
                null,
                null,
                null,
                null,
                broken.Refusal))
            .ToList();
        var renamed = kept.SelectMany(operation => operation.Inverse.Changes.OfType<GridChange>(), (operation, change) => (operation.Position, Grid: (change.Before ?? change.After)!.Id))
            .Where(pair => draft.Foreign.Renamed.Contains(pair.Grid))
            .DistinctBy(pair => pair.Grid)
            .Select(pair => new PlanConflict(
                pair.Position, null, pair.Grid, made.TryGetValue(pair.Grid, out var row) ? $"{row.Code} {row.Name}" : null, NameOf(pair.Grid), null, null, null, null, null, broken.Refusal));
        var gone = kept.SelectMany(operation => operation.TouchedGrids.Where(IsGone), (operation, grid) => (operation.Position, Grid: grid))
            .ExceptBy(atoms.Select(conflict => conflict.Position), pair => pair.Position)
            .Select(pair => new PlanConflict(pair.Position, null, pair.Grid, null, null, null, null, null, null, null, broken.Refusal));
        var found = atoms.Concat(renamed).Concat(gone).DistinctBy(conflict => (conflict.Atom, conflict.Grid)).ToList();
        return found.Count > 0
            ? found
            : [new PlanConflict(broken.Position, null, null, null, null, null, null, null, broken.Refusal.Place, null, broken.Refusal)];

        bool IsGone(int grid) => grid > 0 && draft.Foreign.Renamed.Contains(grid) && !inForce.HasGrid(grid);

        string? NameOf(int grid) =>
            made.TryGetValue(grid, out var row) ? $"{row.Code} {row.Name}"
            : inForce.HasGrid(grid) ? $"{inForce.RowOf(grid).Code} {inForce.RowOf(grid).Name}"
            : null;
    }

    private async Task<IReadOnlyList<PlanConflict>> DescribeAsync(IReadOnlyList<PlanConflict> found, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var known = (await connection.QueryAsync<Row>(new CommandDefinition(
            Sql.Beside<FindConflicts>(),
            new { atoms = found.Select(conflict => conflict.Atom).OfType<int>().ToArray(), areas = found.Select(conflict => conflict.Grid).OfType<int>().ToArray() },
            cancellationToken: cancellationToken))).ToDictionary(row => (row.IsAtom, row.Id));
        return [.. found.Select(conflict => known.TryGetValue((conflict.Atom is not null, conflict.Atom ?? conflict.Grid ?? 0), out var row)
            ? conflict with { PlanId = row.PlanId, Who = row.Who, At = row.At, Place = row.Place, Shape = row.Shape }
            : conflict)];
    }

    private sealed record Row
    {
        public required bool IsAtom { get; init; }

        public required int Id { get; init; }

        public Geometry? Shape { get; init; }

        public Position? Place { get; init; }

        public required int PlanId { get; init; }

        public required string Who { get; init; }

        public required DateTimeOffset At { get; init; }
    }
}
