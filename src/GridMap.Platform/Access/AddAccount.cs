using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Platform.Database;
using Npgsql;
using NpgsqlTypes;

namespace GridMap.Platform.Access;

/// <summary>An account to be made.</summary>
/// <param name="HasKnownPassword">Everybody may read the password: it is good on the server's own machine only.</param>
public sealed record NewAccount(string Login, string Name, string Password, IReadOnlyList<RoleInArea> Roles, bool HasKnownPassword = false)
{
    /// <summary>Made for a demonstration, and made anew for the next one.</summary>
    public bool IsDemo { get; init; }
}

/// <summary>Adds an account with its roles, and writes it into the audit trail.</summary>
public sealed class AddAccount(NpgsqlDataSource database, Passwords passwords, TimeProvider clock)
{
    public static Refusal Exists { get; } = new("LOGIN_TAKEN", "This login is taken: choose another.", "登录名已被占用：请换一个。");

    private static readonly Refusal AreaUnknown = new("AREA_UNKNOWN", "There is no area with this code now.", "当前没有此编码的区域。");

    public async Task<Refusal?> RunAsync(NewAccount account, string actor, CancellationToken cancellationToken)
    {
        if ((PasswordRules.FindLoginRefusal(account.Login) ?? PasswordRules.FindPasswordRefusal(account.Password, account.Login)) is { } unfit)
        {
            return unfit;
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(Sql.Beside<AddAccount>(), connection);
        Describe(command.Parameters, account, actor);
        if (await command.ExecuteScalarAsync(cancellationToken) is not int roles)
        {
            return Exists;
        }

        if (roles != account.Roles.Count)
        {
            return AreaUnknown;
        }

        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    private void Describe(NpgsqlParameterCollection parameters, NewAccount account, string actor)
    {
        parameters.AddWithValue("login", account.Login);
        parameters.AddWithValue("name", account.Name);
        parameters.AddWithValue("password_hash", passwords.Hash(account.Password));
        parameters.AddWithValue("has_known_password", account.HasKnownPassword);
        parameters.AddWithValue("is_demo", account.IsDemo);
        parameters.AddWithValue("roles", account.Roles.Select(role => Roles.NameOf(role.Role)).ToArray());
        parameters.Add(new NpgsqlParameter("area_codes", NpgsqlDbType.Array | NpgsqlDbType.Text) { Value = account.Roles.Select(role => role.AreaCode).ToArray() });
        parameters.AddWithValue("now", clock.GetUtcNow().UtcDateTime);
        parameters.AddWithValue("actor", actor);
    }
}
