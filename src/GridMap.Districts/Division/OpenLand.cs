using GridMap.Core.Boundaries;
using GridMap.Districts.Land;

namespace GridMap.Districts.Division;

/// <summary>Parts great empty land (forest, farmland, water) from populated grids, so that it makes grids of its own.</summary>
public static class OpenLand
{
    /// <summary>
    /// Frees empty atoms that their grid can spare without being torn, and numbers each connected stretch of at least the given size as a
    /// new grid from <paramref name="gridCount"/> on; smaller stretches go back. Returns the new number of grids.
    /// </summary>
    public static int Part(DividedLand land, int[] atoms, int[] gridOfAtom, int gridCount, double squareMetersLeast)
    {
        const int Freed = int.MaxValue;
        var home = new Dictionary<int, int>();
        foreach (var atom in atoms.Where(atom => land.Households[atom] == 0).OrderByDescending(atom => land.SquareMeters[atom]).ThenBy(atom => atom))
        {
            if (Contiguity.CanLeave(land.Adjacency, gridOfAtom, atom))
            {
                home.Add(atom, gridOfAtom[atom]);
                gridOfAtom[atom] = Freed;
            }
        }

        foreach (var stretch in Stretches(land.Adjacency, [.. home.Keys.Order()]))
        {
            if (stretch.Sum(atom => land.SquareMeters[atom]) >= squareMetersLeast)
            {
                stretch.ForEach(atom => gridOfAtom[atom] = gridCount);
                gridCount++;
            }
        }

        GiveBack(land.Adjacency, gridOfAtom, [.. home.Where(entry => gridOfAtom[entry.Key] == Freed).Reverse()]);
        return gridCount;
    }

    // In the reverse order of leaving, each atom touches its grid again when its turn comes.
    private static void GiveBack(Adjacency adjacency, int[] gridOfAtom, List<KeyValuePair<int, int>> leftInReverse)
    {
        foreach (var (atom, grid) in leftInReverse)
        {
            var around = adjacency.Neighbor[adjacency.Around(atom)];
            gridOfAtom[atom] = Array.Exists(around, neighbor => gridOfAtom[neighbor] == grid)
                ? grid
                : around.Select(neighbor => gridOfAtom[neighbor]).Where(other => other is >= 0 and < int.MaxValue).DefaultIfEmpty(grid).First();
        }
    }

    private static IEnumerable<List<int>> Stretches(Adjacency adjacency, int[] freed)
    {
        var left = freed.ToHashSet();
        foreach (var start in freed.Where(left.Remove))
        {
            var stretch = new List<int> { start };
            for (var i = 0; i < stretch.Count; i++)
            {
                stretch.AddRange(adjacency.Neighbor[adjacency.Around(stretch[i])].Where(left.Remove));
            }

            yield return stretch;
        }
    }
}
