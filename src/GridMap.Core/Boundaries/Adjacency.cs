using GridMap.Core.Geography;

namespace GridMap.Core.Boundaries;

/// <summary>
/// Which atoms share an edge, in flat arrays: the neighbours of atom a are Neighbor[Offset[a]..Offset[a + 1]], ascending.
/// SharedMeters is the common length; CutCost is that length weighed by cohesion: what a boundary between the two would cost.
/// </summary>
public sealed record Adjacency(int[] Offset, int[] Neighbor, double[] SharedMeters, double[] CutCost)
{
    public int Count => Offset.Length - 1;

    public static Adjacency Of(Mosaic mosaic)
    {
        var shared = new Dictionary<(int, int), (double Meters, double Cost)>(mosaic.Edges.Length);
        foreach (var edge in mosaic.Edges)
        {
            if (edge.Left >= 0 && edge.Right >= 0)
            {
                var meters = Courses.LengthMeters(edge.Course);
                Add(shared, (edge.Left, edge.Right), meters, meters * edge.Divider.Cohesion());
                Add(shared, (edge.Right, edge.Left), meters, meters * edge.Divider.Cohesion());
            }
        }

        return FromPairs(shared, mosaic.AtomCount);
    }

    /// <summary>The neighbours of an atom as positions in the flat arrays.</summary>
    public Range Around(int atom) => Offset[atom]..Offset[atom + 1];

    private static void Add(Dictionary<(int, int), (double Meters, double Cost)> shared, (int, int) pair, double meters, double cost)
    {
        var known = shared.GetValueOrDefault(pair);
        shared[pair] = (known.Meters + meters, known.Cost + cost);
    }

    private static Adjacency FromPairs(Dictionary<(int From, int To), (double Meters, double Cost)> shared, int count)
    {
        var pairs = shared.Keys.Order().ToArray();
        var (offset, _) = Buckets.Group([.. pairs.Select(pair => pair.From)], count);
        return new Adjacency(
            offset,
            [.. pairs.Select(pair => pair.To)],
            [.. pairs.Select(pair => shared[pair].Meters)],
            [.. pairs.Select(pair => shared[pair].Cost)]);
    }
}
