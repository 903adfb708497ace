using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GridMap.Platform.Live;

/// <summary>Ready means: the change log has been read lately.</summary>
public sealed class LiveHealth(LiveFeed feed) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await Task.WhenAny(feed.Started, Task.Delay(TimeSpan.FromSeconds(2), cancellationToken));
        return feed.IsHearing ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The change log is not being followed. 变更日志未在跟随。");
    }
}
