using GridMap.Core.Access;
using GridMap.Platform.Access;
using Npgsql;

namespace GridMap.Testing;

/// <summary>Sessions for tests: written as a sign-in would, without the time a password takes.</summary>
public static class SignIns
{
    /// <summary>The key of a session of a new account with these roles.</summary>
    public static async Task<string> OpenAsync(NpgsqlDataSource database, TimeProvider clock, params IReadOnlyList<RoleInArea> roles)
    {
        var login = $"test-{Guid.NewGuid():N}";
        await using var command = database.CreateCommand(
            """
            WITH added AS (
                INSERT INTO account (login, display_name, password_hash, created_at, password_changed_at)
                VALUES (@login, '测试 ' || right(@login, 4), 'none', now(), now())
                RETURNING id
            )
            INSERT INTO account_role (account_id, role, area_id)
            SELECT added.id, wanted.role, current_area.id
            FROM added
            CROSS JOIN unnest(@roles, @codes) AS wanted (role, code)
            LEFT JOIN current_area ON current_area.code = wanted.code
            WHERE wanted.code IS NULL OR current_area.id IS NOT NULL
            """);
        command.Parameters.AddWithValue("login", login);
        command.Parameters.AddWithValue("roles", roles.Select(role => Roles.NameOf(role.Role)).ToArray());
        command.Parameters.AddWithValue("codes", roles.Select(role => role.AreaCode).ToArray());
        if (await command.ExecuteNonQueryAsync() != roles.Count)
        {
            throw new ArgumentException("There is no area with this code.", nameof(roles));
        }

        return (await new OpenSession(database, new AccessOptions(), clock).RunAsync(login, "127.0.0.1", "test", CancellationToken.None)).Key;
    }

    /// <summary>The value of a Cookie header.</summary>
    public static string CookieOf(string sessionKey) => $"gridmap-session={sessionKey}";
}
