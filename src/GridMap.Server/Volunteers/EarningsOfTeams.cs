using Dapper;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Volunteers;

/// <summary>What the volunteers of a team have earned and served.</summary>
public sealed record TeamEarnings(int TeamId, int Points, int ServiceMinutes);

/// <summary>Loads what the volunteers of teams have earned and served.</summary>
public sealed class EarningsOfTeams(NpgsqlDataSource database) : DataLoader<int, TeamEarnings>
{
    protected override async Task<IReadOnlyDictionary<int, TeamEarnings>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<TeamEarnings>(new CommandDefinition(
            Sql.Beside<EarningsOfTeams>(), new { ids = keys.ToArray() }, cancellationToken: cancellationToken));
        return found.ToDictionary(earnings => earnings.TeamId);
    }
}
