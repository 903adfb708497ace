using GridMap.Platform.Live;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>Keeps the roster fresh: every minute, and at once when a patrol has changed. An unreachable database leaves the last one in force.</summary>
public sealed partial class KeepRoster(LoadDutyRoster load, PatrolOptions options, ILogger<KeepRoster> logger) : BackgroundService
{
    private readonly SemaphoreSlim _stale = new(0, 1);
    private readonly TaskCompletionSource _firstRead = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile DutyRoster? _current;

    /// <summary>Null until it has been read for the first time.</summary>
    public DutyRoster? Current => _current;

    /// <summary>Ends when it has been read for the first time.</summary>
    public Task FirstRead => _firstRead.Task;

    /// <summary>Hears of changes; the roster is read again when a patrol or the whole place is among them.</summary>
    public ValueTask HearAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        if (_stale.CurrentCount == 0 && changes.Any(change => change.Topic is "patrol" or "place"))
        {
            _stale.Release();
        }

        return ValueTask.CompletedTask;
    }

    public override void Dispose()
    {
        _stale.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var wasRead = await ReadAsync(stoppingToken);
            await _stale.WaitAsync(wasRead ? options.RosterEvery : options.RetryPause, stoppingToken);
        }
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            _current = await load.RunAsync(cancellationToken);
            _firstRead.TrySetResult();
            return true;
        }
        catch (NpgsqlException fault)
        {
            LogFailed(fault);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The duty roster could not be read; the last one stays in force.")]
    private partial void LogFailed(Exception fault);
}
