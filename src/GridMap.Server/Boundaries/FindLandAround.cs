using Dapper;
using GridMap.Core;
using GridMap.Core.Boundaries.Editing;
using GridMap.Core.Geography;
using GridMap.Platform.Database;
using NetTopologySuite.Geometries;
using Npgsql;

namespace GridMap.Server.Boundaries;

/// <summary>The land around a place, as in force or in a plan.</summary>
public sealed record BoundaryLand(
    int? Version, int Revision, IReadOnlyList<BoundaryAtom> Atoms, IReadOnlyList<BoundaryEdge> Edges, IReadOnlyList<GridNumbers> Grids);

/// <summary>Finds the atoms, edges and grids in a box: which atoms are there is asked of the database, what they are of the division in memory.</summary>
public sealed class FindLandAround(NpgsqlDataSource database, CurrentDivision current, PlanDrafts drafts)
{
    private const int MostAtoms = 3_000;

    private static readonly Refusal TooLarge = new(
        "BOX_TOO_LARGE", $"There are more than {MostAtoms} atoms in this box: zoom in.", $"范围内超过 {MostAtoms} 个基本单元：请放大地图。");

    /// <param name="planId">Null: as in force.</param>
    public async Task<Result<BoundaryLand>> RunAsync(int? planId, Bounds box, CancellationToken cancellationToken)
    {
        var inForce = await FindAsync(box, cancellationToken);
        if (inForce.Count > MostAtoms)
        {
            return TooLarge;
        }

        if (planId is not { } id)
        {
            var (revision, division) = await current.LoadAsync(cancellationToken);
            return Describe(null, revision, division, inForce.Where(division.HasAtom));
        }

        using var turn = await drafts.TakeAsync(id, cancellationToken);
        if (turn is null)
        {
            return PlanRefusals.Unknown;
        }

        var draft = turn.Draft;
        var around = new Envelope(box.West, box.East, box.South, box.North);
        var made = draft.Done.SelectMany(outcome => outcome.TouchedAtoms).Where(atom => atom < 0 && draft.Division.HasAtom(atom)).Distinct()
            .Where(atom => draft.Division.ShapeOfAtom(atom).EnvelopeInternal.Intersects(around));
        return Describe(draft.Plan.Version, draft.InForce.Revision, draft.Division, inForce.Where(draft.Division.HasAtom).Concat(made));
    }

    private static BoundaryLand Describe(int? version, int revision, Division division, IEnumerable<int> ids)
    {
        var atoms = ids.Select(atom => BoundaryAtom.Of(division, atom)).ToList();
        var edges = atoms.SelectMany(atom => division.EdgesOf(atom.Id)).DistinctBy(edge => edge.Id).Select(BoundaryEdge.Of);
        var grids = atoms.Select(atom => atom.Grid).Distinct().Select(division.NumbersOf);
        return new BoundaryLand(version, revision, atoms, [.. edges], [.. grids]);
    }

    private async Task<IReadOnlyList<int>> FindAsync(Bounds box, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var atoms = await connection.QueryAsync<int>(new CommandDefinition(
            Sql.Beside<FindLandAround>(),
            new { box.West, box.South, box.East, box.North, limit = MostAtoms + 1 },
            cancellationToken: cancellationToken));
        return atoms.AsList();
    }
}
