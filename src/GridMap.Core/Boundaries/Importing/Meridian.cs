using GridMap.Core.Geography;

namespace GridMap.Core.Boundaries.Importing;

/// <summary>Parts lines at a meridian of the lattice.</summary>
internal static class Meridian
{
    /// <summary>The stretches of a line between the places where it crosses the meridian; of a closed line none goes on beyond its first point.</summary>
    public static IEnumerable<LatticePoint[]> Part(LatticePoint[] line, int x)
    {
        var stretches = new List<List<LatticePoint>> { new() { line[0] } };
        for (var i = 1; i < line.Length; i++)
        {
            var (from, to) = (line[i - 1], line[i]);
            if ((from.X < x) != (to.X < x))
            {
                var share = ((double)x - from.X) / ((double)to.X - from.X);
                var at = new LatticePoint(x, from.Y + (int)Math.Round(share * ((double)to.Y - from.Y)));
                stretches[^1].Add(at);
                stretches.Add([at]);
            }

            stretches[^1].Add(to);
        }

        if (stretches.Count > 1 && line[0] == line[^1])
        {
            stretches[0].InsertRange(0, stretches[^1].SkipLast(1));
            stretches.RemoveAt(stretches.Count - 1);
        }

        return stretches.Select(stretch => stretch.Distinct().ToArray()).Where(stretch => stretch.Length > 1);
    }
}
