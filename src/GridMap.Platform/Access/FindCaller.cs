using GridMap.Core.Access;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Platform.Access;

/// <summary>Finds who holds a key, as long as it is good.</summary>
public sealed class FindCaller(NpgsqlDataSource database, TimeProvider clock)
{
    public async Task<Caller?> RunAsync(Credential credential, CancellationToken cancellationToken) => credential.Kind switch
    {
        CredentialKind.Session => await FindAsync("session", credential.Key, ReadAccount, cancellationToken),
        CredentialKind.Token => await FindAsync("token", credential.Key, ReadService, cancellationToken),
        CredentialKind.None or CredentialKind.Malformed => null,
        _ => throw new ArgumentOutOfRangeException(nameof(credential), credential.Kind, null),
    };

    private async Task<Caller?> FindAsync(string kind, KeyHash key, Func<NpgsqlDataReader, Caller> read, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(kind == "session" ? Sql.Beside<FindCaller>("session") : Sql.Beside<FindCaller>("token"));
        command.Parameters.AddWithValue("key_hash", key.ToBytes());
        command.Parameters.AddWithValue("now", clock.GetUtcNow().UtcDateTime);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? read(reader) : null;
    }

    private static Caller ReadAccount(NpgsqlDataReader reader)
    {
        var roles = reader.GetFieldValue<string[]>(2);
        var areas = reader.GetFieldValue<int?[]>(3);
        var grants = roles.Zip(areas)
            .Where(granted => Roles.Find(granted.First) is not null)
            .Select(granted => Grant.Of(Roles.Find(granted.First)!.Value, granted.Second));
        return new Caller(CallerKind.Account, reader.GetInt32(0), reader.GetString(1), [.. grants]);
    }

    private static Caller ReadService(NpgsqlDataReader reader)
    {
        var permissions = reader.GetFieldValue<string[]>(2).Aggregate(PermissionSet.None, (all, scope) => all.With(TokenScope.PermissionsOf(scope)));
        return new Caller(
            CallerKind.Service, reader.GetInt32(0), reader.GetString(1), [new Grant(permissions, reader.IsDBNull(3) ? null : reader.GetInt32(3))]);
    }
}
