namespace GridMap.Core.Boundaries.Importing;

/// <summary>The pieces of one atom; thin ones join the neighbour they have the longest border with, and neighbours of one claim become one.</summary>
/// <param name="borders">The pieces on both sides (-1: not of this atom) and the length in metres.</param>
internal sealed class PartMerge(IReadOnlyList<(int Left, int Right, double Meters)> borders, double[] squareMeters, int[] claims)
{
    private readonly DisjointSets _sets = new(squareMeters.Length);

    /// <summary>By the piece that names a part.</summary>
    public double[] SquareMeters => squareMeters;

    public int[] Claims => claims;

    public IEnumerable<int> Roots => Enumerable.Range(0, squareMeters.Length).Where(piece => _sets.Find(piece) == piece);

    public int RootOf(int piece) => _sets.Find(piece);

    /// <summary>The smallest first, until none is thin or one is left.</summary>
    public void MergeThin(double tolerance)
    {
        while (FindThin(tolerance) is { } thin)
        {
            Join(thin.Into, thin.Part);
            foreach (var (left, right, _) in borders)
            {
                if (left >= 0 && right >= 0 && _sets.Find(left) != _sets.Find(right) && claims[_sets.Find(left)] == claims[_sets.Find(right)])
                {
                    Join(_sets.Find(left), _sets.Find(right));
                }
            }
        }
    }

    private (int Part, int Into)? FindThin(double tolerance)
    {
        var perimeters = new double[squareMeters.Length];
        var neighbors = new Dictionary<(int Part, int Other), double>();
        foreach (var (left, right, meters) in borders)
        {
            var (a, b) = (left < 0 ? -1 : _sets.Find(left), right < 0 ? -1 : _sets.Find(right));
            foreach (var (part, other) in new[] { (a, b), (b, a) }.Where(pair => pair.Item1 >= 0 && pair.Item1 != pair.Item2))
            {
                perimeters[part] += meters;
                if (other >= 0)
                {
                    neighbors[(part, other)] = neighbors.GetValueOrDefault((part, other)) + meters;
                }
            }
        }

        return neighbors
            .Where(pair => squareMeters[pair.Key.Part] < LandShares.LeastSquareMeters || 2 * squareMeters[pair.Key.Part] / perimeters[pair.Key.Part] <= tolerance)
            .OrderBy(pair => squareMeters[pair.Key.Part]).ThenBy(pair => pair.Key.Part).ThenByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Other)
            .Select(pair => ((int, int)?)(pair.Key.Part, pair.Key.Other)).FirstOrDefault();
    }

    // The set is named by its lowest piece, which carries what the part is.
    private void Join(int into, int part)
    {
        var (claim, sum) = (claims[into], squareMeters[into] + squareMeters[part]);
        _sets.Join(into, part);
        (claims[_sets.Find(into)], squareMeters[_sets.Find(into)]) = (claim, sum);
    }
}
