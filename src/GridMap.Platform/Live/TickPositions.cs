using Microsoft.Extensions.Hosting;

namespace GridMap.Platform.Live;

/// <summary>Ends a tick of the position board a few times a second and wakes the connections when something has moved.</summary>
public sealed class TickPositions(PositionBoard board, LiveFeed feed, LiveOptions options, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Tick, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (board.Advance())
            {
                feed.RingAll();
            }
        }
    }
}
