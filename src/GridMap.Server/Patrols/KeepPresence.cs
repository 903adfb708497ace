using Dapper;
using GridMap.Core.Patrols;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>
/// Looks at every minute once, when it is over: which grids were on watch, in which of them a patrol was, who was heard. Of servers over one database
/// the first to come does it. Where a grid is no longer as it was, its change row tells.
/// </summary>
public sealed partial class KeepPresence(NpgsqlDataSource database, PresenceOptions options, TimeProvider clock, ILogger<KeepPresence> logger) : BackgroundService
{
    /// <summary>Looks at the next minute. Whether there was one.</summary>
    public async Task<bool> LookAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // A statement of its own: the next one sees what the server before it has committed.
        await connection.ExecuteAsync(new CommandDefinition(Sql.Beside<KeepPresence>("turn"), transaction: transaction, cancellationToken: cancellationToken));
        var until = await connection.ExecuteScalarAsync<DateTime?>(new CommandDefinition(
            Sql.Beside<KeepPresence>("until"), transaction: transaction, cancellationToken: cancellationToken));
        var turn = PresenceMinutes.Next(until, clock.GetUtcNow());
        if (turn.Minute is not { } minute)
        {
            return false;
        }

        var columns = new { from = minute.UtcDateTime, until = minute.AddMinutes(1).UtcDateTime, anew = turn.BeginsAnew };
        await connection.ExecuteAsync(new CommandDefinition(Sql.Beside<KeepPresence>("seen"), columns, transaction, cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(Sql.Beside<KeepPresence>(), columns, transaction, cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(Sql.Beside<KeepPresence>("clock"), columns, transaction, cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.LookEvery, clock);
        while (options.Watches && await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await LookAsync(stoppingToken))
                {
                    // Until there is no minute left.
                }
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(fault);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The last minutes could not be looked at; trying again.")]
    private partial void LogFailed(Exception fault);
}
