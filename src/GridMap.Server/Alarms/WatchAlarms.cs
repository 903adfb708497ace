using System.Globalization;
using GridMap.Core.Alarms;
using GridMap.Platform.Live;

namespace GridMap.Server.Alarms;

/// <summary>
/// Looks for alarms as long as the server runs: at once at what has changed, every few seconds at what time alone makes wrong, every minute at everything.
/// What was missed while no server ran, or the database did not answer, is found at the next look at everything.
/// </summary>
public sealed partial class WatchAlarms(EvaluateAlarms evaluate, AlarmOptions options, TimeProvider clock, ILogger<WatchAlarms> logger) : BackgroundService
{
    private static readonly AlarmKind[] OfIncidents = [AlarmKind.UrgentIncident, AlarmKind.DeadlinePassed];

    private static readonly string[] Topics = ["incident", "check_in", "patrol_point", "grid_presence", "place", "alarm_settings"];

    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _heard = new(0, 1);
    private HashSet<(string Topic, string Id)> _changed = [];
    private bool _mustSweep = true;
    private long _sweptAt;
    private long _tickedAt;

    /// <summary>Hears of changes; looking at them is left to the job, so that nobody waits for it.</summary>
    public ValueTask HearAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            foreach (var change in changes.Where(change => Topics.Contains(change.Topic)))
            {
                _mustSweep |= change.Topic is "place" or "alarm_settings" || _changed.Count >= options.MostHeard;
                if (!_mustSweep)
                {
                    _changed.Add((change.Topic, change.EntityId));
                }
            }

            Wake(_mustSweep || _changed.Count > 0);
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Changes may have been missed: everything is looked at.</summary>
    public void StartOver()
    {
        lock (_gate)
        {
            _mustSweep = true;
            Wake(true);
        }
    }

    public override void Dispose()
    {
        _heard.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (options.Watches && !stoppingToken.IsCancellationRequested)
        {
            var looked = await LookAsync(stoppingToken);
            await Task.Delay(options.Rest, stoppingToken);
            await _heard.WaitAsync(looked ? options.TickEvery : options.RetryPause, stoppingToken);
        }
    }

    private async Task<bool> LookAsync(CancellationToken cancellationToken)
    {
        var (changed, sweeps) = Take();
        try
        {
            if (sweeps)
            {
                await SweepAsync(cancellationToken);
            }
            else
            {
                await LookAtAsync(changed, cancellationToken);
            }

            if (clock.GetElapsedTime(_tickedAt) >= options.TickEvery)
            {
                await LookAtTimeAsync(cancellationToken);
            }

            return true;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever it is: an alarm that is late is better than none ever again.
            LogFailed(fault);
            StartOver();
            return false;
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        foreach (var kind in Enum.GetValues<AlarmKind>())
        {
            await evaluate.RunAsync(kind, null, cancellationToken);
        }
    }

    private async Task LookAtTimeAsync(CancellationToken cancellationToken)
    {
        var at = clock.GetTimestamp();
        await evaluate.RunAsync(AlarmKind.DeadlinePassed, null, cancellationToken);
        await evaluate.EscalateAsync(cancellationToken);
        _tickedAt = at;
    }

    private async Task LookAtAsync(HashSet<(string Topic, string Id)> changed, CancellationToken cancellationToken)
    {
        var ids = changed.ToLookup(change => change.Topic, change => change.Id);
        if (ids["incident"].ToArray() is { Length: > 0 } incidents)
        {
            foreach (var kind in OfIncidents)
            {
                await evaluate.RunAsync(kind, incidents, cancellationToken);
            }
        }

        if (ids["grid_presence"].ToArray() is { Length: > 0 } grids)
        {
            await evaluate.RunAsync(AlarmKind.GridUnpatrolled, grids, cancellationToken);
        }

        var points = ids["patrol_point"].ToList();
        if (ids["check_in"].Select(id => long.Parse(id, CultureInfo.InvariantCulture)).ToArray() is { Length: > 0 } checkIns)
        {
            points.AddRange(await evaluate.FindPointsAsync(checkIns, cancellationToken));
        }

        if (points.Count > 0)
        {
            await evaluate.RunAsync(AlarmKind.PointMissed, points, cancellationToken);
        }
    }

    private (HashSet<(string Topic, string Id)> Changed, bool Sweeps) Take()
    {
        lock (_gate)
        {
            var sweeps = _mustSweep || clock.GetElapsedTime(_sweptAt) >= options.SweepEvery;
            _sweptAt = sweeps ? clock.GetTimestamp() : _sweptAt;
            _mustSweep = false;
            var changed = _changed;
            _changed = [];
            return (changed, sweeps);
        }
    }

    private void Wake(bool isNeeded)
    {
        if (isNeeded && _heard.CurrentCount == 0)
        {
            _heard.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Alarms could not be looked for; trying again.")]
    private partial void LogFailed(Exception fault);
}
