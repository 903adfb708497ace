using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Platform.Database;
using Npgsql;
using NpgsqlTypes;

namespace GridMap.Platform.Access;

/// <summary>A service token to be made.</summary>
public sealed record NewServiceToken(string Name, IReadOnlyList<string> Scopes, string? AreaCode, TimeSpan? Lasts, bool Replaces);

/// <summary>Adds a service token and answers its key, which nobody can read again.</summary>
public sealed class AddServiceToken(NpgsqlDataSource database, TimeProvider clock)
{
    private const int LongestName = 64;

    private static readonly Refusal ScopeUnknown = new(
        "SCOPE_UNKNOWN", $"Name scopes out of: {string.Join(", ", TokenScope.Names)}.", $"可用范围：{string.Join("、", TokenScope.Names)}。");

    private static readonly Refusal NameUnfit = new(
        "TOKEN_NAME_UNFIT", $"Give the token a name of 1 to {LongestName} characters.", $"令牌名称须为 1 至 {LongestName} 个字符。");

    private static readonly Refusal Taken = new(
        "TOKEN_NOT_ADDED", "The name is taken (add --replace), or there is no such area.", "名称已被占用（可加 --replace），或区域不存在。");

    public async Task<Result<string>> RunAsync(NewServiceToken token, string actor, CancellationToken cancellationToken)
    {
        if (token.Name.Length is 0 or > LongestName || token.Name.Any(char.IsControl))
        {
            return NameUnfit;
        }

        if (token.Scopes.Count == 0 || token.Scopes.Any(scope => TokenScope.PermissionsOf(scope) == PermissionSet.None))
        {
            return ScopeUnknown;
        }

        var key = SecretKey.Create(SecretKey.TokenPrefix);
        await using var command = database.CreateCommand(Sql.Beside<AddServiceToken>());
        Describe(command.Parameters, token, key, actor);
        return await command.ExecuteScalarAsync(cancellationToken) is null ? Taken : key;
    }

    private void Describe(NpgsqlParameterCollection parameters, NewServiceToken token, string key, string actor)
    {
        var now = clock.GetUtcNow();
        parameters.AddWithValue("name", token.Name);
        parameters.AddWithValue("key_hash", SecretKey.HashOf(key).ToBytes());
        parameters.AddWithValue("scopes", token.Scopes.ToArray());
        parameters.Add(new NpgsqlParameter("area_code", NpgsqlDbType.Text) { Value = token.AreaCode ?? (object)DBNull.Value });
        parameters.Add(new NpgsqlParameter("ends_at", NpgsqlDbType.TimestampTz) { Value = (now + token.Lasts)?.UtcDateTime ?? (object)DBNull.Value });
        parameters.AddWithValue("replaces", token.Replaces);
        parameters.AddWithValue("now", now.UtcDateTime);
        parameters.AddWithValue("actor", actor);
    }
}
