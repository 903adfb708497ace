using Dapper;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>Loads check-ins by id.</summary>
public sealed class CheckInsById(NpgsqlDataSource database) : DataLoader<long, CheckIn>
{
    protected override async Task<IReadOnlyDictionary<long, CheckIn>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<CheckIn>(new CommandDefinition(
            Sql.Beside<CheckInsById>(), new { ids = keys.ToArray() }, cancellationToken: cancellationToken));
        return found.ToDictionary(checkIn => checkIn.Id);
    }
}
