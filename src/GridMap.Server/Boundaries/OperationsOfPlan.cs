using Dapper;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Boundaries;

/// <summary>An operation of a plan as it is told.</summary>
public sealed record PlanOperation
{
    public required int Position { get; init; }

    public required string Kind { get; init; }

    public required bool IsUndone { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Actor { get; init; }

    public required IReadOnlyList<int> TouchedGrids { get; init; }

    public required IReadOnlyList<int> TouchedAtoms { get; init; }
}

/// <summary>Loads the operations of a plan from a position on, at most 500.</summary>
public sealed class OperationsOfPlan(NpgsqlDataSource database)
{
    public async Task<IReadOnlyList<PlanOperation>> RunAsync(int plan, int start, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var operations = await connection.QueryAsync<PlanOperation>(new CommandDefinition(
            Sql.Beside<OperationsOfPlan>(), new { plan, start }, cancellationToken: cancellationToken));
        return operations.AsList();
    }
}
