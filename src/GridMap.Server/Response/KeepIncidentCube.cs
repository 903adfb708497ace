using System.Threading.Channels;
using GridMap.Core.Response;
using GridMap.Platform.Live;
using Npgsql;

namespace GridMap.Server.Response;

/// <summary>
/// Keeps all incidents in memory as the database has them: loaded when the server has started, then what the change log names. Whoever asks before that waits.
/// An unreachable database leaves what was known; what changed meanwhile is taken in when it is back.
/// </summary>
public sealed partial class KeepIncidentCube(LoadIncidentRecords load, TimeProvider clock, ILogger<KeepIncidentCube> logger) : BackgroundService
{
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(1);

    // Many reports a second are taken in together.
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(200);

    /// <summary>Above this it costs less to read all anew.</summary>
    private const int MostAtOnce = 5_000;

    private readonly TaskCompletionSource<IncidentCube> _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<Guid?> _news = Channel.CreateUnbounded<Guid?>(new UnboundedChannelOptions { SingleReader = true });
    private readonly IncidentCube _cube = new();
    private long _asOf;

    /// <summary>When it last agreed with the change log.</summary>
    public DateTimeOffset AsOf => DateTimeOffset.FromUnixTimeMilliseconds(Interlocked.Read(ref _asOf));

    /// <summary>The cube, once it is filled.</summary>
    public Task<IncidentCube> FindAsync(CancellationToken cancellationToken) => _loaded.Task.WaitAsync(cancellationToken);

    /// <summary>Hears which incidents have changed; another place is read from the beginning.</summary>
    public ValueTask HearAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        foreach (var change in changes)
        {
            if (change.Topic == "place")
            {
                StartOver();
            }
            else if (change.Topic == "incident" && Guid.TryParse(change.EntityId, out var id))
            {
                _news.Writer.TryWrite(id);
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Reads everything anew: the change log no longer tells what is missing.</summary>
    public void StartOver() => _news.Writer.TryWrite(null);

    public override void Dispose()
    {
        base.Dispose();
        _cube.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        HashSet<Guid>? changed = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var now = clock.GetUtcNow();
                await TakeInAsync(changed, stoppingToken);
                Interlocked.Exchange(ref _asOf, now.ToUnixTimeMilliseconds());
                _loaded.TrySetResult(_cube);
                changed = [];
                await Task.Delay(Rest, stoppingToken);
                await _news.Reader.WaitToReadAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is NpgsqlException or TimeoutException)
            {
                LogFailed(fault);
                await Task.Delay(RetryPause, stoppingToken);
            }

            changed = Collect(changed);
        }
    }

    /// <summary>Adds what has been heard since; null when all has to be read.</summary>
    private HashSet<Guid>? Collect(HashSet<Guid>? changed)
    {
        while (_news.Reader.TryRead(out var id))
        {
            if (id is { } one)
            {
                changed?.Add(one);
            }
            else
            {
                changed = null;
            }
        }

        return changed?.Count > MostAtOnce ? null : changed;
    }

    private async Task TakeInAsync(HashSet<Guid>? changed, CancellationToken cancellationToken)
    {
        if (changed is null)
        {
            _cube.Replace(await load.RunAsync(null, cancellationToken));
        }
        else if (changed.Count > 0)
        {
            _cube.Put(await load.RunAsync(changed, cancellationToken));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Incidents could not be read for the response figures; what was known stays in force.")]
    private partial void LogFailed(Exception fault);
}
