using GridMap.Database;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace GridMap.Platform.Database;

/// <summary>Ready means: the database answers and has this program's last migration.</summary>
public sealed class DatabaseHealth(NpgsqlDataSource database) : IHealthCheck
{
    // Whoever asks wants to know now; a frozen database keeps a connection waiting much longer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return await IsCurrentAsync(cancellationToken).WaitAsync(Patience, cancellationToken)
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("The database lacks a migration: run gridmap migrate. 数据库结构不是最新：请运行 gridmap migrate。");
        }
        catch (Exception unreachable) when (unreachable is NpgsqlException or TimeoutException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer. 数据库无响应。", unreachable);
        }
    }

    private async Task<bool> IsCurrentAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT EXISTS (SELECT FROM schema_migration WHERE name = $1)");
        command.Parameters.Add(new() { Value = Script.Migrations[^1].Name });
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
