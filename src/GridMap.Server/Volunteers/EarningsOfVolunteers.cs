using Dapper;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Volunteers;

/// <summary>What a volunteer has earned.</summary>
public sealed record Earnings(int VolunteerId, int Points, int Stars, int ServiceMinutes);

/// <summary>Loads what volunteers have earned: their points, the stars for them by the rule in force, and their minutes of service.</summary>
public sealed class EarningsOfVolunteers(NpgsqlDataSource database, TimeProvider clock) : DataLoader<int, Earnings>
{
    protected override async Task<IReadOnlyDictionary<int, Earnings>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<Earnings>(new CommandDefinition(
            Sql.Beside<EarningsOfVolunteers>(), new { ids = keys.ToArray(), now = clock.GetUtcNow().UtcDateTime }, cancellationToken: cancellationToken));
        return found.ToDictionary(earnings => earnings.VolunteerId);
    }
}
