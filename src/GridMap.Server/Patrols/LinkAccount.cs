using GridMap.Core;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>Says which patrol the holder of an account is or belongs to: they answer for its assignments and for no others.</summary>
public sealed class LinkAccount(NpgsqlDataSource database, TimeProvider clock)
{
    private static readonly Refusal Unknown = new(
        "ACCOUNT_OR_DEVICE_UNKNOWN", "There is no account with this login, or no patrol with this device.", "没有此登录名的账号，或没有登记此设备的巡查力量。");

    /// <summary>By the patrol's device; null takes the link away.</summary>
    public async Task<Refusal?> RunAsync(string login, string? deviceId, string actor, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Beside<LinkAccount>());
        command.Parameters.AddWithValue("login", login);
        command.Parameters.Add(new NpgsqlParameter<string?>("device", deviceId));
        command.Parameters.AddWithValue("now", clock.GetUtcNow().UtcDateTime);
        command.Parameters.AddWithValue("actor", actor);
        return await command.ExecuteScalarAsync(cancellationToken) is null ? Unknown : null;
    }

    /// <summary>Gives each demo account of the field a patrol of its grid, one that is on duty now if there is one.</summary>
    public async Task RunForDemoAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Beside<LinkAccount>("demo"));
        command.Parameters.AddWithValue("now", clock.GetUtcNow().UtcDateTime);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
