using GridMap.Core.Boundaries;

namespace GridMap.Core.Coverage;

/// <summary>Finds the places where people are not covered: stretches of street that hang together, of one area each.</summary>
public static class CoverageGaps
{
    /// <summary>The gaps, those with most people first. Buildings that no way leads to are in none; neither are buildings where nobody is counted.</summary>
    /// <param name="map">As it is.</param>
    /// <param name="placeOf">By the area of a building: what a gap may not reach across; null: the area itself.</param>
    public static IReadOnlyList<CoverageGap> Find(CoverageMap map, Func<int, int>? placeOf = null)
    {
        var parts = Uncovered(map);
        var gaps = new Dictionary<(int Part, int Place), List<int>>();
        for (var building = 0; building < map.Demand.Count; building++)
        {
            ref readonly var point = ref map.Demand[building];
            if (point.Weight > 0 && point.Place is { } place && !map.IsCovered(building))
            {
                var key = (PartOf(map, parts, place.Edge), placeOf?.Invoke(point.Area) ?? point.Area);
                if (!gaps.TryGetValue(key, out var buildings))
                {
                    gaps[key] = buildings = [];
                }

                buildings.Add(building);
            }
        }

        return [.. gaps
            .Select(gap => new CoverageGap(gap.Key.Place, gap.Value, gap.Value.Sum(building => (long)map.Demand[building].Weight)))
            .OrderByDescending(gap => gap.Weight)
            .ThenBy(gap => gap.Buildings[0])];
    }

    // Nodes beyond the standard that an edge joins hang together, unless a facility stands on the edge between them.
    private static DisjointSets Uncovered(CoverageMap map)
    {
        var network = map.Network;
        var parts = new DisjointSets(network.NodeCount);
        for (var edge = 0; edge < network.EdgeCount; edge++)
        {
            var (start, end) = (network.StartNode[edge], network.EndNode[edge]);
            var walkable = network.Forward[edge] < WalkCost.Barred || network.Backward[edge] < WalkCost.Barred;
            if (walkable && map.NodeCost(start) > map.Standard && map.NodeCost(end) > map.Standard && map.FacilitiesOn(edge).Length == 0)
            {
                parts.Join(start, end);
            }
        }

        return parts;
    }

    private static int PartOf(CoverageMap map, DisjointSets parts, int edge)
    {
        var (start, end) = (map.Network.StartNode[edge], map.Network.EndNode[edge]);
        return map.NodeCost(start) > map.Standard ? parts.Find(start)
            : map.NodeCost(end) > map.Standard ? parts.Find(end)
            : -1 - edge;
    }
}

/// <summary>A place where people are not covered.</summary>
/// <param name="Place">The area that it lies in, or what stands for it.</param>
/// <param name="Buildings">Indexes in the demand, ascending; at least one.</param>
/// <param name="Weight">The households, or elders, in them.</param>
public sealed record CoverageGap(int Place, IReadOnlyList<int> Buildings, long Weight);
