using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GridMap.Server.Patrols;

/// <summary>Ready means: it is known who carries which device.</summary>
public sealed class PositionsHealth(KeepRoster roster) : IHealthCheck
{
    // A server that has just started is about to read it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await Task.WhenAny(roster.FirstRead, Task.Delay(Patience, cancellationToken));
        return roster.Current is null ? HealthCheckResult.Unhealthy("The duty roster has not been read yet. 尚未读取排班。") : HealthCheckResult.Healthy();
    }
}
