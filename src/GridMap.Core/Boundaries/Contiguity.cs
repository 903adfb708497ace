namespace GridMap.Core.Boundaries;

/// <summary>Whether areas hang together: from any atom of an area to any other across shared edges without leaving the area.</summary>
public static class Contiguity
{
    /// <summary>How many pieces each area 0…areaCount-1 consists of.</summary>
    public static int[] CountPieces(Adjacency adjacency, int[] areaOfAtom, int areaCount)
    {
        var sets = new DisjointSets(adjacency.Count);
        var pieces = new int[areaCount];
        foreach (var area in areaOfAtom.Where(area => area >= 0))
        {
            pieces[area]++;
        }

        for (var atom = 0; atom < adjacency.Count; atom++)
        {
            foreach (var neighbor in adjacency.Neighbor.AsSpan(adjacency.Around(atom)))
            {
                if (areaOfAtom[atom] >= 0 && areaOfAtom[atom] == areaOfAtom[neighbor] && sets.Join(atom, neighbor))
                {
                    pieces[areaOfAtom[atom]]--;
                }
            }
        }

        return pieces;
    }

    /// <summary>Whether an atom can leave its area without tearing it apart (and without emptying it). Walks that area only.</summary>
    public static bool CanLeave(Adjacency adjacency, int[] areaOfAtom, int atom)
    {
        var area = areaOfAtom[atom];
        var waiting = new HashSet<int>();
        foreach (var neighbor in adjacency.Neighbor.AsSpan(adjacency.Around(atom)))
        {
            if (areaOfAtom[neighbor] == area)
            {
                waiting.Add(neighbor);
            }
        }

        return waiting.Count > 0 && ReachesAll(adjacency, areaOfAtom, atom, waiting);
    }

    private static bool ReachesAll(Adjacency adjacency, int[] areaOfAtom, int without, HashSet<int> waiting)
    {
        var start = waiting.Min();
        var seen = new HashSet<int> { without, start };
        var open = new Stack<int>([start]);
        waiting.Remove(start);
        while (waiting.Count > 0 && open.TryPop(out var current))
        {
            foreach (var neighbor in adjacency.Neighbor.AsSpan(adjacency.Around(current)))
            {
                if (areaOfAtom[neighbor] == areaOfAtom[without] && seen.Add(neighbor))
                {
                    waiting.Remove(neighbor);
                    open.Push(neighbor);
                }
            }
        }

        return waiting.Count == 0;
    }
}
