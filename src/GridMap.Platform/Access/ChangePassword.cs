using GridMap.Core.Access;
using GridMap.Platform.Database;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace GridMap.Platform.Access;

/// <summary>Changes the password of the account that asks, who must know the present one; every other session of it ends.</summary>
public sealed class ChangePassword(NpgsqlDataSource database, Passwords passwords, CheckPassword check, EndSessions end, TimeProvider clock)
{
    public async Task<PasswordAnswer> RunAsync(
        Caller caller, KeyHash key, string present, string wanted, string address, CancellationToken cancellationToken)
    {
        if (PasswordRules.FindPasswordRefusal(wanted, caller.Name) is { } unfit)
        {
            return PasswordAnswer.Refuse(unfit, StatusCodes.Status400BadRequest);
        }

        var answer = await check.RunAsync(caller.Name, present, address, cancellationToken);
        if (answer.Refusal is not null)
        {
            return answer;
        }

        await WriteAsync(caller, wanted, address, cancellationToken);
        await end.AllButAsync(caller, key, address, cancellationToken);
        return answer;
    }

    private async Task WriteAsync(Caller caller, string wanted, string address, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Beside<ChangePassword>());
        command.Parameters.AddWithValue("id", caller.Id);
        command.Parameters.AddWithValue("password_hash", passwords.Hash(wanted));
        command.Parameters.AddWithValue("now", clock.GetUtcNow().UtcDateTime);
        command.Parameters.AddWithValue("actor", caller.Name);
        command.Parameters.AddWithValue("address", address);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
