using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Platform.Access;

/// <summary>Gives an account another password, as an operator; its sessions end, its failures are forgotten.</summary>
public sealed class ResetPassword(NpgsqlDataSource database, Passwords passwords, TimeProvider clock)
{
    public async Task<Refusal?> RunAsync(string login, string password, string actor, CancellationToken cancellationToken)
    {
        if (PasswordRules.FindPasswordRefusal(password, login) is { } unfit)
        {
            return unfit;
        }

        await using var command = database.CreateCommand(Sql.Beside<ResetPassword>());
        command.Parameters.AddWithValue("login", login);
        command.Parameters.AddWithValue("password_hash", passwords.Hash(password));
        command.Parameters.AddWithValue("now", clock.GetUtcNow().UtcDateTime);
        command.Parameters.AddWithValue("actor", actor);
        return await command.ExecuteScalarAsync(cancellationToken) is null ? DisableAccount.Unknown : null;
    }
}
