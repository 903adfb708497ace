using GridMap.Core;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Platform.Access;

/// <summary>Shuts an account out, with all its sessions, or lets it in again.</summary>
public sealed class DisableAccount(NpgsqlDataSource database, TimeProvider clock)
{
    public static Refusal Unknown { get; } = new("ACCOUNT_UNKNOWN", "There is no account with this login.", "没有此登录名的账号。");

    public async Task<Refusal?> RunAsync(string login, bool isDisabled, string actor, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Beside<DisableAccount>());
        command.Parameters.AddWithValue("login", login);
        command.Parameters.AddWithValue("is_disabled", isDisabled);
        command.Parameters.AddWithValue("now", clock.GetUtcNow().UtcDateTime);
        command.Parameters.AddWithValue("actor", actor);
        return await command.ExecuteScalarAsync(cancellationToken) is null ? Unknown : null;
    }
}
