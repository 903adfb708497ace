using GridMap.Core.Geography;

namespace GridMap.Core.Boundaries;

/// <summary>What must hold of every mosaic, counted and summed in exact integers.</summary>
public static class MosaicInvariants
{
    /// <summary>The first broken invariant in words, or null: Euler's V − E + F = 1 + C, and the atoms' areas sum to the area within the outer boundary.</summary>
    public static string? FindBreach(Mosaic mosaic)
    {
        var components = CountComponents(mosaic);
        var (nodes, edges, faces) = (mosaic.Nodes.Length, mosaic.Edges.Length, mosaic.AtomCount + 1);
        if (nodes - edges + faces != 1 + components)
        {
            return $"V − E + F = {nodes} − {edges} + {faces} is not 1 + C = {1 + components}.";
        }

        var areas = TwiceAreas(mosaic);
        var whole = areas[mosaic.AtomCount];
        var sum = areas.Take(mosaic.AtomCount).Sum();
        var empty = Array.FindIndex(areas, area => area <= 0);
        return sum != whole ? $"The atoms' doubled areas sum to {sum}, the land's is {whole}."
            : empty >= 0 ? $"Atom {empty} has the doubled area {areas[empty]}."
            : null;
    }

    /// <summary>Twice the area of every atom in square lattice steps, and at last that within the outer boundary.</summary>
    public static long[] TwiceAreas(Mosaic mosaic)
    {
        var areas = new long[mosaic.AtomCount + 1];
        var pivot = mosaic.Nodes[0];
        foreach (var edge in mosaic.Edges)
        {
            var swept = Swept(pivot, edge.Course);
            areas[edge.Left < 0 ? mosaic.AtomCount : edge.Left] += edge.Left < 0 ? -swept : swept;
            areas[edge.Right < 0 ? mosaic.AtomCount : edge.Right] += edge.Right < 0 ? swept : -swept;
        }

        return areas;
    }

    private static long Swept(LatticePoint pivot, LatticePoint[] course)
    {
        var sum = 0L;
        for (var i = 1; i < course.Length; i++)
        {
            sum += LatticePoint.Cross(pivot, course[i - 1], course[i]);
        }

        return sum;
    }

    private static int CountComponents(Mosaic mosaic)
    {
        var sets = new DisjointSets(mosaic.Nodes.Length);
        var components = mosaic.Nodes.Length;
        foreach (var edge in mosaic.Edges)
        {
            components -= sets.Join(edge.Start, edge.End) ? 1 : 0;
        }

        return components;
    }
}
