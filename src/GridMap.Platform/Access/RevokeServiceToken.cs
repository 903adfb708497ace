using GridMap.Core;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Platform.Access;

/// <summary>Makes a service token worthless.</summary>
public sealed class RevokeServiceToken(NpgsqlDataSource database, TimeProvider clock)
{
    private static readonly Refusal Unknown = new("TOKEN_UNKNOWN", "There is no such token that is still good.", "没有这一有效令牌。");

    public async Task<Refusal?> RunAsync(string name, string actor, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Beside<RevokeServiceToken>());
        command.Parameters.AddWithValue("name", name);
        command.Parameters.AddWithValue("now", clock.GetUtcNow().UtcDateTime);
        command.Parameters.AddWithValue("actor", actor);
        return await command.ExecuteScalarAsync(cancellationToken) is null ? Unknown : null;
    }
}
