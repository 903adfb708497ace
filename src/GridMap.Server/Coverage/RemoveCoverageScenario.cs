using Dapper;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Platform.Api;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Coverage;

/// <summary>Which kept question is to be taken away, as a request says it.</summary>
public sealed record RemoveCoverageScenarioInput(string Id);

/// <summary>Takes a kept question of the caller's own away.</summary>
public sealed class RemoveCoverageScenario(NpgsqlDataSource database, TimeProvider clock)
{
    public async Task<Refusal?> RunAsync(RemoveCoverageScenarioInput input, Caller caller, CancellationToken cancellationToken)
    {
        var id = RequestValue.Id(input.Id);
        if (id.Refusal is { } malformed)
        {
            return malformed;
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var removed = await connection.ExecuteScalarAsync<int?>(new CommandDefinition(
            Sql.Beside<RemoveCoverageScenario>(),
            new { id = id.Value, owner = CoverageScenario.OwnerOf(caller), author = caller.Name, now = clock.GetUtcNow().UtcDateTime },
            cancellationToken: cancellationToken));
        return removed is null ? CoverageRefusals.ScenarioUnknown : null;
    }
}
