using Dapper;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>Finds every patrol on duty now.</summary>
public sealed class FindOnDutyPatrols(NpgsqlDataSource dataSource, TimeProvider time)
{
    public async Task<IReadOnlyList<OnDutyPatrol>> RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var patrols = await connection.QueryAsync<OnDutyPatrol>(new CommandDefinition(
            Sql.Beside<FindOnDutyPatrols>(), new { at = time.GetUtcNow() }, cancellationToken: cancellationToken));
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
