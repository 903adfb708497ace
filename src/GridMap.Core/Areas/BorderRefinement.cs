using GridMap.Core.Boundaries;

namespace GridMap.Core.Areas;

/// <summary>
/// Improves a split by moving single atoms across borders while that makes households more even or the border cheaper and tears nothing apart.
/// Local descent: each round visits the atoms in order and takes the best move of each; ends when a round changes nothing.
/// </summary>
public sealed class BorderRefinement(Adjacency adjacency, int[] households, double target, int least, int most)
{
    private const int Rounds = 12;

    private const double MetersPerUnit = 100;

    private const double UnevennessWeight = 40;

    private const double BreachWeight = 60;

    /// <summary>Moves atoms between the areas of the members; areaOfAtom is changed in place.</summary>
    public void Run(int[] members, int[] areaOfAtom)
    {
        var sums = new Dictionary<int, int>();
        foreach (var member in members)
        {
            sums[areaOfAtom[member]] = sums.GetValueOrDefault(areaOfAtom[member]) + households[member];
        }

        var allowed = sums.Keys.ToHashSet();
        for (var round = 0; round < Rounds; round++)
        {
            var moves = members.Count(member => TryMove(member, areaOfAtom, sums, allowed));
            if (moves == 0)
            {
                return;
            }
        }
    }

    private bool TryMove(int atom, int[] areaOfAtom, Dictionary<int, int> sums, HashSet<int> allowed)
    {
        var home = areaOfAtom[atom];
        var costs = new Dictionary<int, double>();
        for (var i = adjacency.Offset[atom]; i < adjacency.Offset[atom + 1]; i++)
        {
            var area = areaOfAtom[adjacency.Neighbor[i]];
            costs[area] = costs.GetValueOrDefault(area) + adjacency.CutCost[i];
        }

        var (best, gain) = (home, 1e-6);
        foreach (var (area, shared) in costs.Where(cost => cost.Key != home && allowed.Contains(cost.Key)).OrderBy(cost => cost.Key))
        {
            var improvement = (shared - costs.GetValueOrDefault(home)) / MetersPerUnit
                + Penalty(sums[home]) + Penalty(sums[area]) - Penalty(sums[home] - households[atom]) - Penalty(sums[area] + households[atom]);
            (best, gain) = improvement > gain ? (area, improvement) : (best, gain);
        }

        if (best == home || !Contiguity.CanLeave(adjacency, areaOfAtom, atom))
        {
            return false;
        }

        areaOfAtom[atom] = best;
        sums[home] -= households[atom];
        sums[best] += households[atom];
        return true;
    }

    private double Penalty(int sum)
    {
        var unevenness = (sum - target) / target;
        var breach = Math.Max(0, Math.Max(least - sum, sum - most)) / target;
        return UnevennessWeight * unevenness * unevenness + BreachWeight * breach;
    }
}
