using System.Globalization;
using GridMap.Core.Response;

namespace GridMap.Server.Response;

/// <summary>Finds the areas whose rate of incidents stands out with that of their neighbours; only areas within reach are compared.</summary>
public sealed class FindHotSpots(LoadAreaLinks load)
{
    public async Task<IReadOnlyList<HotSpotArea>> RunAsync(
        IReadOnlyDictionary<int, int> counts, IReadOnlySet<int>? reach, ResponseLevel level, IReadOnlyDictionary<int, int>? parents, CancellationToken cancellationToken)
    {
        var within = reach is not { } grids ? null : parents is null ? grids : grids.Where(parents.ContainsKey).Select(grid => parents[grid]).ToHashSet();
        var areas = (await load.RunAsync(level, cancellationToken)).Where(area => within?.Contains(area.Id) != false).ToArray();
        var index = areas.Select((area, i) => (area.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i);
        double[] rates = [.. areas.Select(area => area.Households == 0 ? double.NaN : 1000.0 * counts.GetValueOrDefault(area.Id) / area.Households)];
        int[][] neighbours = [.. areas.Select(area => area.Neighbours.Where(index.ContainsKey).Select(id => index[id]).ToArray())];
        var found = HotSpots.Find(rates, neighbours);
        return [.. areas.Select((area, i) => new HotSpotArea(
            area.Id.ToString(CultureInfo.InvariantCulture), counts.GetValueOrDefault(area.Id), area.Households, double.IsNaN(rates[i]) ? null : rates[i],
            found[i].Z, found[i].P, found[i].Verdict, found[i].IsIsland))];
    }
}
