using GridMap.Core.Access;
using GridMap.Platform.Live;

namespace GridMap.Platform.Access;

/// <summary>Which area lies in which: loaded when it is first asked for, anew when areas have changed, and once a minute.</summary>
public sealed class CurrentAreas(LoadAreaTree load, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan KeepFor = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _oneLoader = new(1, 1);
    private volatile Loaded? _loaded;

    public ValueTask<AreaTree> LoadAsync(CancellationToken cancellationToken) =>
        FindFresh() is { } fresh ? ValueTask.FromResult(fresh.Tree) : new ValueTask<AreaTree>(ReadAsync(cancellationToken));

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
            _loaded = null;
        }

        return ValueTask.CompletedTask;
    }

    public void StartOver() => _loaded = null;

    public void Dispose() => _oneLoader.Dispose();

    private Loaded? FindFresh() => _loaded is { } loaded && clock.GetElapsedTime(loaded.At) < KeepFor ? loaded : null;

    private async Task<AreaTree> ReadAsync(CancellationToken cancellationToken)
    {
        await _oneLoader.WaitAsync(cancellationToken);
        try
        {
            if (FindFresh() is { } fresh)
            {
                return fresh.Tree;
            }

            var at = clock.GetTimestamp();
            var tree = await load.RunAsync(cancellationToken);
            _loaded = new Loaded(tree, at);
            return tree;
        }
        finally
        {
            _oneLoader.Release();
        }
    }

    private sealed record Loaded(AreaTree Tree, long At);
}
