using System.Runtime.InteropServices;
using GridMap.Core.Geography;
using GridMap.Core.Patrols;
using GridMap.Platform.Live;
using Bounds = GridMap.Core.Geography.Bounds;

namespace GridMap.Server.Patrols;

/// <summary>
/// The last fix of every patrol of the last day, in memory: kept as fixes are stored; what was stored before the server
/// began is read once, when somebody first asks for it.
/// </summary>
public sealed class LatestFixes(LoadRecentFixes load, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Reach = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<int, Fix> _fixes = [];
    private readonly SemaphoreSlim _oneReader = new(1, 1);
    private volatile bool _isWhole;

    /// <summary>Takes a fix that is stored.</summary>
    public void Keep(int patrolId, in Fix fix)
    {
        lock (_gate)
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_fixes, patrolId, out var isKnown);
            if (!isKnown || fix.At > known.At)
            {
                known = fix;
            }
        }
    }

    /// <summary>None when nothing was heard of it for a day.</summary>
    public async ValueTask<Fix?> FindAsync(int patrolId, CancellationToken cancellationToken)
    {
        if (Find(patrolId) is { } known)
        {
            return known;
        }

        await RecallAsync(cancellationToken);
        return Find(patrolId);
    }

    /// <summary>The same without asking the database: for one that has just sent a fix.</summary>
    public Fix? Find(int patrolId)
    {
        lock (_gate)
        {
            return _fixes.TryGetValue(patrolId, out var fix) && IsOfLastDay(fix) ? fix : null;
        }
    }

    /// <summary>The patrols that were last heard of inside a box.</summary>
    public async ValueTask<IReadOnlyList<int>> InsideAsync(Bounds box, CancellationToken cancellationToken)
    {
        await RecallAsync(cancellationToken);
        lock (_gate)
        {
            return [.. _fixes.Where(known => box.Contains(known.Value.Position) && IsOfLastDay(known.Value)).Select(known => known.Key)];
        }
    }

    /// <summary>Hears of changes: in another place, other patrols have the same ids.</summary>
    public ValueTask HearAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        if (changes.Any(change => change.Topic == "place"))
        {
            StartOver();
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Forgets everything; the database knows.</summary>
    public void StartOver()
    {
        _isWhole = false;
        lock (_gate)
        {
            _fixes.Clear();
        }
    }

    public void Dispose() => _oneReader.Dispose();

    private bool IsOfLastDay(in Fix fix) => clock.GetUtcNow() - fix.At < Reach;

    private async ValueTask RecallAsync(CancellationToken cancellationToken)
    {
        if (_isWhole)
        {
            return;
        }

        await _oneReader.WaitAsync(cancellationToken);
        try
        {
            if (!_isWhole)
            {
                await ReadAsync(cancellationToken);
            }
        }
        finally
        {
            _oneReader.Release();
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        // Said before reading: who starts over meanwhile takes it back.
        _isWhole = true;
        try
        {
            foreach (var recent in await load.RunAsync(clock.GetUtcNow() - Reach, cancellationToken))
            {
                Keep(recent.PatrolId, recent.Fix);
            }
        }
        catch
        {
            _isWhole = false;
            throw;
        }
    }
}
