using GridMap.Core.Boundaries;

namespace GridMap.Districts.Land;

/// <summary>Joins atoms to a neighbour: strips to what they lie in front of, slivers to the neighbour with the longest common edge.</summary>
public static class AtomMerge
{
    /// <summary>
    /// Joins every atom the test names to the neighbour with the greatest weight (atom, position in the adjacency's flat arrays → weight;
    /// not positive: never), smallest first. Atoms that receive stay what they are; chains of joins end in one atom.
    /// </summary>
    public static Mosaic Join(Mosaic mosaic, Adjacency adjacency, IEnumerable<int> joining, Func<int, int, double> weight)
    {
        var sets = new DisjointSets(mosaic.AtomCount);
        var moved = false;
        foreach (var atom in joining)
        {
            var best = Enumerable.Range(adjacency.Offset[atom], adjacency.Offset[atom + 1] - adjacency.Offset[atom])
                .Where(i => weight(atom, i) > 0)
                .OrderByDescending(i => weight(atom, i)).ThenBy(i => adjacency.Neighbor[i])
                .Select(i => adjacency.Neighbor[i]).DefaultIfEmpty(-1).First();
            moved |= best >= 0 && sets.Join(atom, best);
        }

        return moved ? mosaic.Merge(Number(sets, mosaic.AtomCount, out var count), count) : mosaic;
    }

    private static int[] Number(DisjointSets sets, int atomCount, out int count)
    {
        var number = new int[atomCount];
        count = 0;
        for (var atom = 0; atom < atomCount; atom++)
        {
            // The lowest member names its set, so it has been numbered before any other.
            number[atom] = sets.Find(atom) == atom ? count++ : number[sets.Find(atom)];
        }

        return number;
    }
}
