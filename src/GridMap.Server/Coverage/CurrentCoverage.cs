using GridMap.Platform.Live;

namespace GridMap.Server.Coverage;

/// <summary>
/// Ground and facilities in memory. New roads are loaded in the background while the old ones still answer; another place, other borders or facilities are
/// loaded before the next answer.
/// </summary>
public sealed partial class CurrentCoverage(LoadCoverageGround loadGround, LoadCoverageFacilities loadFacilities, TimeProvider clock, ILogger<CurrentCoverage> logger) : IDisposable
{
    private static readonly TimeSpan Trusted = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _turn = new(1);
    private volatile CoverageGround? _ground;
    private volatile CoverageFacilities? _facilities;
    private long _seenAt;
    private int _isLooking;
    private int _changes;

    public async Task<(CoverageGround Ground, CoverageFacilities Facilities)> LoadAsync(CancellationToken cancellationToken)
    {
        if (_ground is { } ground && _facilities is { } facilities)
        {
            LookForNewRoads(ground);
            return (ground, facilities);
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            // What is dropped while it is being loaded is used once and not kept.
            var newGround = _ground ?? await KeepAsync(loadGround.RunAsync, kept => _ground = kept, cancellationToken);
            var newFacilities = _facilities ?? await KeepAsync(loadFacilities.RunAsync, kept => _facilities = kept, cancellationToken);
            Volatile.Write(ref _seenAt, clock.GetTimestamp());
            return (newGround, newFacilities);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Hears of changes before any client is told.</summary>
    public ValueTask HearAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        if (changes.Any(change => change.Topic is "area" or "place"))
        {
            StartOver();
        }
        else if (changes.Any(change => change.Topic == "facility"))
        {
            Interlocked.Increment(ref _changes);
            _facilities = null;
        }

        return ValueTask.CompletedTask;
    }

    public void StartOver()
    {
        Interlocked.Increment(ref _changes);
        (_ground, _facilities) = (null, null);
    }

    public void Dispose() => _turn.Dispose();

    private async Task<T> KeepAsync<T>(Func<CancellationToken, Task<T>> load, Action<T> keep, CancellationToken cancellationToken)
    {
        var before = Volatile.Read(ref _changes);
        var loaded = await load(cancellationToken);
        if (Volatile.Read(ref _changes) == before)
        {
            keep(loaded);
        }

        return loaded;
    }

    private void LookForNewRoads(CoverageGround ground)
    {
        if (clock.GetElapsedTime(Volatile.Read(ref _seenAt)) >= Trusted && Interlocked.Exchange(ref _isLooking, 1) == 0)
        {
            _ = Task.Run(() => LookAsync(ground));
        }
    }

    private async Task LookAsync(CoverageGround ground)
    {
        try
        {
            if (await loadGround.FindVersionAsync(CancellationToken.None) != ground.NetworkVersion)
            {
                await KeepAsync(loadGround.RunAsync, kept => _ground = kept, CancellationToken.None);
                // Facilities stand on the roads.
                _facilities = null;
            }

            Volatile.Write(ref _seenAt, clock.GetTimestamp());
        }
        catch (Exception fault)
        {
            // The old roads go on answering; the next question looks again.
            LogUnseen(fault);
        }
        finally
        {
            Volatile.Write(ref _isLooking, 0);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Whether there are new roads could not be seen.")]
    private partial void LogUnseen(Exception fault);
}
