using GridMap.Core;
using GridMap.Core.Incidents;

namespace GridMap.Server.Incidents;

/// <summary>The rules in force, loaded at most once a minute: a new dictionary or calendar counts a minute later without a restart.</summary>
public sealed class CurrentIncidentRules(LoadIncidentRules load, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan KeepFor = TimeSpan.FromMinutes(1);

    private static readonly Refusal PlaceMissing = new(
        "PLACE_MISSING", "There is no district yet: run `gridmap generate` or `gridmap import osm`.", "尚无辖区数据：请先运行 gridmap generate 或 gridmap import osm。");

    private readonly SemaphoreSlim _oneLoader = new(1, 1);
    private volatile Loaded? _loaded;

    public async Task<Result<IncidentRules>> FindAsync(CancellationToken cancellationToken)
    {
        if (_loaded is { } fresh && clock.GetElapsedTime(fresh.At) < KeepFor)
        {
            return fresh.Rules;
        }

        await _oneLoader.WaitAsync(cancellationToken);
        try
        {
            return _loaded is { } loaded && clock.GetElapsedTime(loaded.At) < KeepFor ? loaded.Rules : await LoadAsync(cancellationToken);
        }
        finally
        {
            _oneLoader.Release();
        }
    }

    public void Dispose() => _oneLoader.Dispose();

    private async Task<Result<IncidentRules>> LoadAsync(CancellationToken cancellationToken)
    {
        if (await load.RunAsync(cancellationToken) is not { } rules)
        {
            return PlaceMissing;
        }

        _loaded = new Loaded(rules, clock.GetTimestamp());
        return rules;
    }

    private sealed record Loaded(IncidentRules Rules, long At);
}
