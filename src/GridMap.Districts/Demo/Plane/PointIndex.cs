namespace GridMap.Districts.Demo.Plane;

/// <summary>Points by place, for "the nearest within so many metres".</summary>
internal sealed class PointIndex(double cellMeters)
{
    private readonly Dictionary<(long, long), List<Vec>> _cells = [];

    public void Add(Vec place)
    {
        var key = Key(place);
        if (!_cells.TryGetValue(key, out var cell))
        {
            _cells[key] = cell = [];
        }

        cell.Add(place);
    }

    /// <summary>The nearest point not farther than the limit, which must not exceed the cell size.</summary>
    public Vec? Nearest(Vec place, double limitMeters)
    {
        Vec? best = null;
        var distance = limitMeters;
        var (x, y) = Key(place);
        for (var i = x - 1; i <= x + 1; i++)
        {
            for (var j = y - 1; j <= y + 1; j++)
            {
                foreach (var candidate in _cells.GetValueOrDefault((i, j)) ?? [])
                {
                    if (candidate.DistanceTo(place) < distance)
                    {
                        (best, distance) = (candidate, candidate.DistanceTo(place));
                    }
                }
            }
        }

        return best;
    }

    private (long X, long Y) Key(Vec place) => ((long)Math.Floor(place.X / cellMeters), (long)Math.Floor(place.Y / cellMeters));
}
