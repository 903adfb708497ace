using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GridMap.Server.Patrols;

/// <summary>Ready means: it is known who carries which device.</summary>
public sealed class PositionsHealth(KeepRoster roster) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        roster.Current is null ? HealthCheckResult.Unhealthy("The duty roster has not been read yet. 尚未读取排班。") : HealthCheckResult.Healthy());
}
