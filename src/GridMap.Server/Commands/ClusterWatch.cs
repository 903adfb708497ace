using GridMap.Database.Cluster;

namespace GridMap.Server.Commands;

/// <summary>Keeps the private cluster running while the server does.</summary>
internal sealed partial class ClusterWatch(PrivateCluster cluster, ILogger<ClusterWatch> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        cluster.KeepRunningAsync(Environment.ProcessId, refusal => LogRefusal(refusal.Code, refusal.Remedy), stoppingToken);

    [LoggerMessage(LogLevel.Error, "The private cluster does not run and cannot be started: {Code}: {Remedy}")]
    private partial void LogRefusal(string code, string remedy);
}
