using Dapper;
using GridMap.Core.Boundaries.Editing;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Boundaries;

/// <summary>An operation as it is kept: what it did on the revision it was made on, and what takes it back.</summary>
public sealed record KeptOperation(
    int Position, Operation Operation, Revert Inverse, int[] TouchedAtoms, int[] TouchedGrids, DateTimeOffset At, string ActorKey, string Actor);

/// <summary>Loads a plan, if there is one, with its operations unless its version is known already.</summary>
public sealed class LoadPlan(NpgsqlDataSource database)
{
    public async Task<(Plan Plan, IReadOnlyList<KeptOperation> Operations)?> RunAsync(int id, int? known, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(
            Sql.Beside<LoadPlan>(), new { id, known }, cancellationToken: cancellationToken));
        if (await results.ReadSingleOrDefaultAsync<Plan>() is not { } plan)
        {
            return null;
        }

        return (plan, [.. (await results.ReadAsync<Row>()).Select(Read)]);
    }

    private static KeptOperation Read(Row row) => new(
        row.Position,
        BoundaryJson.ReadOperation(row.Operation),
        (Revert)BoundaryJson.ReadOperation(row.Inverse),
        row.TouchedAtoms,
        row.TouchedGrids,
        row.At,
        row.ActorKey,
        row.Actor);

    private sealed record Row
    {
        public required int Position { get; init; }

        public required string Operation { get; init; }

        public required string Inverse { get; init; }

        public required int[] TouchedAtoms { get; init; }

        public required int[] TouchedGrids { get; init; }

        public required DateTimeOffset At { get; init; }

        public required string ActorKey { get; init; }

        public required string Actor { get; init; }
    }
}
