using Dapper;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Alarms;

/// <summary>Finds the quiet hours of everybody, by login.</summary>
public sealed class FindQuietHours(NpgsqlDataSource database)
{
    public async Task<IReadOnlyList<QuietTimes>> RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<QuietTimes>(new CommandDefinition(
            Sql.Beside<FindQuietHours>(), new { account = default(int?) }, cancellationToken: cancellationToken));
        return found.AsList();
    }
}
