namespace GridMap.Districts.Demo.Plane;

/// <summary>Segments by place: crossings, nearest line, and whose line it is.</summary>
internal sealed class SegmentIndex(double cellMeters)
{
    private readonly Dictionary<(int, int), List<int>> _cells = [];
    private readonly List<(Vec From, Vec To, int Owner)> _segments = [];

    public void AddLine(IReadOnlyList<Vec> line, int owner)
    {
        for (var i = 1; i < line.Count; i++)
        {
            Add(line[i - 1], line[i], owner);
        }
    }

    public void AddRing(Ring ring, int owner)
    {
        for (var i = 0; i < ring.Points.Length; i++)
        {
            Add(ring.From(i), ring.To(i), owner);
        }
    }

    /// <summary>Where a segment meets the stored ones, as ascending shares of its length.</summary>
    public List<double> CrossingShares(Vec from, Vec to)
    {
        SortedSet<double> shares = [];
        foreach (var s in Near(from, to, 0))
        {
            if (Lines.Crossing(from, to, _segments[s].From, _segments[s].To) is { } at)
            {
                shares.Add(at.First);
            }
        }

        return [.. shares];
    }

    public bool IsCrossedBy(Vec from, Vec to) => CrossingShares(from, to).Count > 0;

    /// <summary>The nearest stored place within a limit, with the owner of the line it lies on.</summary>
    public (Vec Place, int Owner, double Distance)? Nearest(Vec place, double limitMeters, Func<int, bool>? admits = null)
    {
        (Vec Place, int Owner, double Distance)? best = null;
        foreach (var s in Near(place, place, limitMeters))
        {
            var (from, to, owner) = _segments[s];
            if (admits is not null && !admits(owner))
            {
                continue;
            }

            var at = Lines.NearestOnSegment(place, from, to);
            var distance = at.DistanceTo(place);
            if (distance <= limitMeters && (best is null || distance < best.Value.Distance - 1e-9))
            {
                best = (at, owner, distance);
            }
        }

        return best;
    }

    private void Add(Vec from, Vec to, int owner)
    {
        _segments.Add((from, to, owner));
        foreach (var key in Keys(from, to, 0))
        {
            if (!_cells.TryGetValue(key, out var cell))
            {
                _cells[key] = cell = [];
            }

            cell.Add(_segments.Count - 1);
        }
    }

    private List<int> Near(Vec from, Vec to, double margin)
    {
        List<int> found = [];
        foreach (var key in Keys(from, to, margin))
        {
            if (_cells.TryGetValue(key, out var cell))
            {
                found.AddRange(cell);
            }
        }

        found.Sort();
        return found;
    }

    private IEnumerable<(int, int)> Keys(Vec from, Vec to, double margin)
    {
        int left = Cell(Math.Min(from.X, to.X) - margin), right = Cell(Math.Max(from.X, to.X) + margin);
        int low = Cell(Math.Min(from.Y, to.Y) - margin), high = Cell(Math.Max(from.Y, to.Y) + margin);
        for (var x = left; x <= right; x++)
        {
            for (var y = low; y <= high; y++)
            {
                yield return (x, y);
            }
        }
    }

    private int Cell(double meters) => (int)Math.Floor(meters / cellMeters);
}
