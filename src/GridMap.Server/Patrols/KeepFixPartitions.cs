using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>Makes the partitions of the next days ahead of time and drops those beyond retention; every hour, so that a missed run hurts nobody.</summary>
public sealed partial class KeepFixPartitions(NpgsqlDataSource database, PatrolOptions options, TimeProvider clock, ILogger<KeepFixPartitions> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        await using var command = database.CreateCommand(Sql.Beside<KeepFixPartitions>());
        command.Parameters.AddWithValue("first_day", today.AddDays(-2));
        command.Parameters.AddWithValue("last_day", today.AddDays(3));
        command.Parameters.AddWithValue("keep_from", today.AddDays(-options.KeepFixesForDays));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(await TryAsync(stoppingToken) ? Every : options.RetryPause, clock, stoppingToken);
        }
    }

    private async Task<bool> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync(cancellationToken);
            return true;
        }
        catch (NpgsqlException fault)
        {
            LogFailed(fault);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The partitions of patrol_fix could not be looked after.")]
    private partial void LogFailed(Exception fault);
}
