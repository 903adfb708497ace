using GridMap.Platform.Live;

namespace GridMap.Server.Patrols;

/// <summary>Takes patrols off the map that have gone off duty or silent.</summary>
public sealed class WatchSilence(PositionBoard board, KeepRoster roster, PatrolOptions options, TimeProvider clock) : BackgroundService
{
    public void Watch(DateTimeOffset now)
    {
        if (roster.Current is not { } current)
        {
            return;
        }

        foreach (var (id, lastAt) in board.LastSeen())
        {
            if (now - lastAt >= options.SilentAfter || !current.IsOnDuty((int)id, now))
            {
                board.Remove(id);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.WatchEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            Watch(clock.GetUtcNow());
        }
    }
}
