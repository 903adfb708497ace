using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace GridMap.Platform.Live;

/// <summary>
/// Follows the change log: one per server. `LISTEN` only wakes it; what counts is the log, read past no snapshot horizon and in order.
/// It outlives the database: after a fault it tries again, slower each time, from where it was.
/// </summary>
public sealed partial class ChangeFollower(
    NpgsqlDataSource database, LiveFeed feed, LoadChangeItems loadItems, IEnumerable<ChangeConsumer> consumers,
    LiveOptions options, LiveMeters meters, ILogger<ChangeFollower> logger) : BackgroundService
{
    private ChangeCursor? _cursor;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = options.FirstRetryPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            var startedAt = Stopwatch.GetTimestamp();
            try
            {
                await FollowAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // Whatever it is, a server that still takes reports must not end for it; without heartbeats the clients see that the feed is not live.
                LogLost(fault, pause);
            }

            pause = Stopwatch.GetElapsedTime(startedAt) > options.LongestRetryPause ? options.FirstRetryPause : pause;
            await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, options.LongestRetryPause.Ticks));
        }
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var woken = false;
        connection.Notification += (_, _) => woken = true;
        await ListenAsync(connection, cancellationToken);
        await TakeUpAsync(connection, cancellationToken);
        while (true)
        {
            woken = false;
            var reading = await ReadChanges.RunAsync(connection, _cursor!.Value, options.ReadLimit, cancellationToken);
            if (reading.Reach.Refuses(_cursor.Value) is { } reason)
            {
                StartAt(reading.Reach.Head, reason);
                continue;
            }

            await PublishAsync(reading, cancellationToken);
            if (reading.Changes.Count > 0 && !reading.IsFull)
            {
                await Task.Delay(options.Rest, cancellationToken);
            }
            else if (reading.HasUnsettled)
            {
                await Task.Delay(options.UnsettledPause, cancellationToken);
            }
            else if (!woken)
            {
                await connection.WaitAsync(options.Poll, cancellationToken);
            }
        }
    }

    private static async Task ListenAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("LISTEN gridmap_change", connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Goes on where it was; a server that has just started begins at the head, because its clients bring their own cursors.</summary>
    private async Task TakeUpAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (_cursor is not null)
        {
            return;
        }

        var reach = await FindChangeReach.RunAsync(connection, cancellationToken);
        StartAt(reach.Head, ResyncReason.NoCursor);
    }

    private void StartAt(ChangeCursor head, ResyncReason reason)
    {
        LogStarted(head, reason);
        _cursor = head;
        foreach (var consumer in consumers)
        {
            consumer.StartOver?.Invoke();
        }

        feed.StartAt(head, reason);
    }

    private async Task PublishAsync(ChangeReading reading, CancellationToken cancellationToken)
    {
        if (reading.Changes.Count > 0)
        {
            var startedAt = Stopwatch.GetTimestamp();
            foreach (var consumer in consumers)
            {
                await consumer.Consume(reading.Changes, cancellationToken);
            }

            feed.Publish(await loadItems.RunAsync(reading.Changes, reading.End, cancellationToken));
            _cursor = reading.End;
            meters.Published(reading.Changes.Count, Stopwatch.GetElapsedTime(startedAt));
        }

        feed.Hear();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Following the change log from {Head} ({Reason}).")]
    private partial void LogStarted(ChangeCursor head, ResyncReason reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The change log cannot be followed; trying again in {Pause}.")]
    private partial void LogLost(Exception fault, TimeSpan pause);
}
