using GridMap.Core.Access;
using GridMap.Platform.Database;
using Npgsql;
using NpgsqlTypes;

namespace GridMap.Platform.Access;

/// <summary>A session that has just begun; its key is known to its holder only.</summary>
public sealed record OpenedSession(string Key, TimeSpan Lasts);

/// <summary>Opens a session for an account and writes it into the audit trail.</summary>
public sealed class OpenSession(NpgsqlDataSource database, AccessOptions options, TimeProvider clock)
{
    private const int LongestClient = 200;

    public async Task<OpenedSession> RunAsync(string login, string address, string? client, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var limits = options.Sessions;
        var isWall = SessionLimits.IsWall(await FindRolesAsync(login, cancellationToken));
        var (ends, idle) = isWall ? ((DateTimeOffset?)null, limits.WallIdle) : (now + limits.Longest, limits.Idle);
        var key = SecretKey.Create();
        await using var command = database.CreateCommand(Sql.Beside<OpenSession>());
        var parameters = command.Parameters;
        parameters.AddWithValue("id", Guid.CreateVersion7(now));
        parameters.AddWithValue("key_hash", SecretKey.HashOf(key).ToBytes());
        parameters.AddWithValue("login", login);
        parameters.AddWithValue("address", address);
        parameters.Add(new NpgsqlParameter("client", NpgsqlDbType.Text) { Value = Cut(client) ?? (object)DBNull.Value });
        parameters.AddWithValue("now", now.UtcDateTime);
        parameters.Add(new NpgsqlParameter("ends_at", NpgsqlDbType.TimestampTz) { Value = ends?.UtcDateTime ?? (object)DBNull.Value });
        parameters.AddWithValue("idle_seconds", (int)idle.TotalSeconds);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return new OpenedSession(key, isWall ? limits.WallIdle : limits.Longest);
    }

    private async Task<IReadOnlyList<Role>> FindRolesAsync(string login, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Beside<OpenSession>("roles"));
        command.Parameters.AddWithValue("login", login);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var roles = new List<Role>();
        while (await reader.ReadAsync(cancellationToken))
        {
            if (Roles.Find(reader.GetString(0)) is { } role)
            {
                roles.Add(role);
            }
        }

        return roles;
    }

    // The browser's own words: kept short, and without what a database cannot hold.
    private static string? Cut(string? client) =>
        client is null ? null : new string([.. client.Where(char.IsAscii).Where(character => !char.IsControl(character)).Take(LongestClient)]);
}
