using GridMap.Database;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace GridMap.Platform.Database;

/// <summary>Ready means: the database answers and has this program's last migration.</summary>
public sealed class DatabaseHealth(NpgsqlDataSource database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = database.CreateCommand("SELECT EXISTS (SELECT FROM schema_migration WHERE name = $1)");
            command.Parameters.Add(new() { Value = Script.Migrations[^1].Name });
            return (bool)(await command.ExecuteScalarAsync(cancellationToken))!
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("The database lacks a migration: run gridmap migrate. 数据库结构不是最新：请运行 gridmap migrate。");
        }
        catch (NpgsqlException unreachable)
        {
            return HealthCheckResult.Unhealthy("The database does not answer. 数据库无响应。", unreachable);
        }
    }
}
