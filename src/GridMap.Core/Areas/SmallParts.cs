using GridMap.Core.Boundaries;

namespace GridMap.Core.Areas;

/// <summary>Dissolves parts with too few households into a neighbouring part that can take them.</summary>
public static class SmallParts
{
    /// <summary>
    /// Smallest first, each part of the members with some but fewer than <paramref name="least"/> households joins the neighbour it shares
    /// the dearest border with, if both together hold at most <paramref name="most"/>. Changes areaOfAtom in place; numbers fall free.
    /// </summary>
    public static void Dissolve(Adjacency adjacency, int[] households, int[] members, int[] areaOfAtom, int least, int most)
    {
        var parts = members.GroupBy(member => areaOfAtom[member]).ToDictionary(part => part.Key, part => part.ToList());
        var sums = parts.ToDictionary(part => part.Key, part => part.Value.Sum(member => households[member]));
        foreach (var small in sums.Where(sum => sum.Value > 0 && sum.Value < least).OrderBy(sum => sum.Value).Select(sum => sum.Key).ToList())
        {
            var taker = BorderCosts(adjacency, areaOfAtom, parts[small])
                .Where(border => sums.TryGetValue(border.Key, out var sum) && sum + sums[small] <= most)
                .OrderByDescending(border => border.Value).ThenBy(border => border.Key)
                .Select(border => (int?)border.Key).FirstOrDefault();
            if (taker is not { } into)
            {
                continue;
            }

            parts[small].ForEach(member => areaOfAtom[member] = into);
            parts[into].AddRange(parts[small]);
            sums[into] += sums[small];
            sums.Remove(small);
            parts.Remove(small);
        }
    }

    private static Dictionary<int, double> BorderCosts(Adjacency adjacency, int[] areaOfAtom, List<int> part)
    {
        var costs = new Dictionary<int, double>();
        foreach (var member in part)
        {
            for (var i = adjacency.Offset[member]; i < adjacency.Offset[member + 1]; i++)
            {
                var other = areaOfAtom[adjacency.Neighbor[i]];
                if (other != areaOfAtom[member])
                {
                    costs[other] = costs.GetValueOrDefault(other) + adjacency.CutCost[i];
                }
            }
        }

        return costs;
    }
}
