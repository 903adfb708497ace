using Microsoft.Extensions.Hosting;

namespace GridMap.Platform.Live;

/// <summary>
/// Ends a tick of the position board a few times a second and wakes the connections when something has moved; every few ticks in any case, for heartbeats, ended sessions and closed sockets.
/// </summary>
public sealed class TickPositions(PositionBoard board, LiveFeed feed, LiveOptions options, TimeProvider clock) : BackgroundService
{
    private const int LooksUpEvery = 5;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Tick, clock);
        for (var tick = 1; await timer.WaitForNextTickAsync(stoppingToken); tick++)
        {
            if (board.Advance() || tick % LooksUpEvery == 0)
            {
                await feed.RingAllAsync();
            }
        }
    }
}
