using GridMap.Core.Access;
using GridMap.Platform.Live;
using Microsoft.Extensions.Logging;

namespace GridMap.Platform.Access;

/// <summary>
/// Which area lies in which: loaded when it is first asked for, anew when areas have changed, and twice a minute in the background, so that nobody waits
/// for all areas of a city. Never older than a minute.
/// </summary>
public sealed partial class CurrentAreas(LoadAreaTree load, TimeProvider clock, ILogger<CurrentAreas> logger) : IDisposable
{
    private static readonly TimeSpan RenewAfter = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan KeepFor = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _oneLoader = new(1, 1);
    private volatile Loaded? _loaded;
    private int _changes;
    private int _isRenewing;

    public ValueTask<AreaTree> LoadAsync(CancellationToken cancellationToken)
    {
        if (FindYounger(KeepFor) is not { } loaded)
        {
            return new ValueTask<AreaTree>(ReadAsync(KeepFor, cancellationToken));
        }

        if (clock.GetElapsedTime(loaded.At) >= RenewAfter && Interlocked.Exchange(ref _isRenewing, 1) == 0)
        {
            _ = Task.Run(RenewAsync, CancellationToken.None);
        }

        return ValueTask.FromResult(loaded.Tree);
    }

    /// <summary>The grids a caller may do this in, as areas stand now.</summary>
    public async ValueTask<GridScope> ScopeAsync(Caller caller, Permission permission, CancellationToken cancellationToken) =>
        AccessRules.Scope(caller, permission, await LoadAsync(cancellationToken));

    /// <summary>The grids of an area that a caller may do this in; no area is the whole place.</summary>
    public async ValueTask<GridScope> ScopeAsync(Caller caller, Permission permission, int? within, CancellationToken cancellationToken)
    {
        var tree = await LoadAsync(cancellationToken);
        var allowed = AccessRules.Scope(caller, permission, tree);
        return within is { } area ? tree.ScopeOf([area]).And(allowed) : allowed;
    }

    /// <summary>Whether a caller may do this to something that lies in an area.</summary>
    public async ValueTask<bool> AllowsAsync(Caller caller, Permission permission, int? areaId, CancellationToken cancellationToken) =>
        AccessRules.Allows(caller, permission, (await LoadAsync(cancellationToken)).PathOf(areaId));

    /// <summary>Hears of changes before any client is told.</summary>
    public ValueTask HearAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        if (changes.Any(change => change.Topic is "area" or "grid" or "place"))
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

    private Loaded? FindYounger(TimeSpan age) => _loaded is { } loaded && clock.GetElapsedTime(loaded.At) < age ? loaded : null;

    private async Task RenewAsync()
    {
        try
        {
            await ReadAsync(RenewAfter, CancellationToken.None);
        }
        catch (Exception fault)
        {
            // What is there goes on answering until it is too old; the next question tries again.
            LogNotRenewed(fault);
        }
        finally
        {
            Volatile.Write(ref _isRenewing, 0);
        }
    }

    private async Task<AreaTree> ReadAsync(TimeSpan youngEnough, CancellationToken cancellationToken)
    {
        await _oneLoader.WaitAsync(cancellationToken);
        try
        {
            if (FindYounger(youngEnough) is { } young)
            {
                return young.Tree;
            }

            var (at, changes) = (clock.GetTimestamp(), Volatile.Read(ref _changes));
            var tree = await load.RunAsync(cancellationToken);
            if (changes == Volatile.Read(ref _changes))
            {
                _loaded = new Loaded(tree, at);
            }

            return tree;
        }
        finally
        {
            _oneLoader.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Which area lies in which could not be read anew.")]
    private partial void LogNotRenewed(Exception fault);

    private sealed record Loaded(AreaTree Tree, long At);
}
