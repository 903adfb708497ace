using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace GridMap.Platform.Live;

/// <summary>Prunes the change log every few minutes; a database that does not answer is left for the next time.</summary>
public sealed partial class KeepChangeLogSmall(
    NpgsqlDataSource database, LiveOptions options, TimeProvider clock, ILogger<KeepChangeLogSmall> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.PruneEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await PruneChanges.RunAsync(database, clock.GetUtcNow() - options.KeepChangesFor, options.KeepChangesAtMost, stoppingToken);
            }
            catch (NpgsqlException fault)
            {
                LogFailed(fault);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The change log could not be pruned; trying again next time.")]
    private partial void LogFailed(Exception fault);
}
