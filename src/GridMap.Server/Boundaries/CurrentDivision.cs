using GridMap.Core.Boundaries.Editing;
using Change = GridMap.Platform.Live.Change;

namespace GridMap.Server.Boundaries;

/// <summary>A division in force, held in memory. Nobody changes it: who wants to plan takes a copy.</summary>
public sealed record DivisionInForce(int Revision, Division Division);

/// <summary>The division that is in force: loaded when it is first asked for, and anew when areas or the staff of grids have changed.</summary>
public sealed class CurrentDivision(LoadDivision load) : IDisposable
{
    private readonly SemaphoreSlim _oneLoader = new(1, 1);
    private volatile DivisionInForce? _loaded;
    private int _changes;

    public async ValueTask<DivisionInForce> LoadAsync(CancellationToken cancellationToken)
    {
        if (_loaded is { } present)
        {
            return present;
        }

        await _oneLoader.WaitAsync(cancellationToken);
        try
        {
            return _loaded ?? await ReadAsync(cancellationToken);
        }
        finally
        {
            _oneLoader.Release();
        }
    }

    /// <summary>Takes the place of the one in force before, after a plan has been published here.</summary>
    public void Replace(DivisionInForce published)
    {
        Interlocked.Increment(ref _changes);
        _loaded = published;
    }

    /// <summary>Hears of changes before any client is told.</summary>
    public ValueTask HearAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        if (changes.Any(change => change.Topic is "place" or "patrol" || (change.Topic is "revision" && change.EntityId != RevisionHeld())))
        {
            StartOver();
        }

        return ValueTask.CompletedTask;
    }

    public void StartOver()
    {
        Interlocked.Increment(ref _changes);
        _loaded = null;
    }

    public void Dispose() => _oneLoader.Dispose();

    private string? RevisionHeld() => _loaded?.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private async Task<DivisionInForce> ReadAsync(CancellationToken cancellationToken)
    {
        var changes = Volatile.Read(ref _changes);
        var (revision, rows) = await load.RunAsync(cancellationToken);
        var division = new DivisionInForce(revision, new Division(rows));
        if (changes == Volatile.Read(ref _changes))
        {
            _loaded = division;
        }

        return division;
    }
}
