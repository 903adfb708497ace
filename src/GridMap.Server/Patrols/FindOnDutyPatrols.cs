using Dapper;
using GridMap.Core.Access;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>Finds every patrol on duty now of the grids the caller sees patrols of.</summary>
public sealed class FindOnDutyPatrols(NpgsqlDataSource dataSource, CurrentAreas areas, TimeProvider time)
{
    public async Task<IReadOnlyList<OnDutyPatrol>> RunAsync(Caller caller, CancellationToken cancellationToken)
    {
        var scope = await areas.ScopeAsync(caller, Permission.SeePatrols, cancellationToken);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var patrols = await connection.QueryAsync<OnDutyPatrol>(new CommandDefinition(
            Sql.Beside<FindOnDutyPatrols>(), new { at = time.GetUtcNow(), grids = scope.Grids }, cancellationToken: cancellationToken));
        return patrols.AsList();
    }
}

/// <summary>The answer of `/api/patrols/on-duty`.</summary>
public sealed record OnDutyPatrols(IReadOnlyList<OnDutyPatrol> Items);

/// <summary>A patrol on duty and the grid it watches.</summary>
public sealed record OnDutyPatrol
{
    public required int Id { get; init; }

    public required string Name { get; init; }

    public required string Kind { get; init; }

    public int? GridId { get; init; }

    public string? GridCode { get; init; }

    public string? GridName { get; init; }
}
