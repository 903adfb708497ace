using GridMap.Core.Geography;

namespace GridMap.Core.Boundaries.Editing.Cutting;

/// <summary>The border between two grids: its edges, and the shortest way along it from one place to another.</summary>
internal sealed class SharedBorder
{
    private readonly LandTable _land;
    private readonly int[] _edges;

    public SharedBorder(LandTable land, AreaTable areas, int grid, int neighbor)
    {
        _land = land;
        _edges = [.. areas.AtomsOf(grid).SelectMany(atom => land.EdgesOf(atom).ToArray().Where(edge => land.OwnerAcross(edge, atom) == neighbor)).OrderBy(land.EdgeIdOf)];
    }

    /// <summary>A place on the border: in the course of an edge, before its point `Before`.</summary>
    public readonly record struct Place(int Edge, int Before, LatticePoint Point);

    public bool IsEmpty => _edges.Length == 0;

    /// <summary>The place of the border nearest to a point, and how far off it is in metres.</summary>
    public (Place Place, double Meters) Nearest(LatticePoint point)
    {
        var metric = new LocalMetric(point);
        var best = (Place: default(Place), Meters: double.PositiveInfinity);
        foreach (var edge in _edges)
        {
            var course = _land.Edges[edge].Course;
            for (var i = 1; i < course.Length; i++)
            {
                var near = Segments.At(course[i - 1], course[i], Segments.Nearest(course[i - 1], course[i], point).Along);
                var offset = metric.ToMeters(near);
                var meters = double.Hypot(offset.X, offset.Y);
                best = meters < best.Meters ? (new Place(edge, i, near), meters) : best;
            }
        }

        return best;
    }

    /// <summary>The course of the border from one place of it to another, the shortest way; null where it does not lead there.</summary>
    public LatticePoint[]? Between(Place from, Place to)
    {
        if (from.Edge == to.Edge)
        {
            return Stretch(from, to);
        }

        var came = new Dictionary<int, (int Edge, int Node)>();
        var far = new PriorityQueue<int, double>();
        var length = new Dictionary<int, double>();
        Reach(far, length, came, _land.Edges[from.Edge].Start, Length(ToEnd(from, toStart: true)), (from.Edge, -1));
        Reach(far, length, came, _land.Edges[from.Edge].End, Length(ToEnd(from, toStart: false)), (from.Edge, -1));
        var done = new HashSet<int>();
        while (far.TryDequeue(out var node, out var way))
        {
            if (!done.Add(node))
            {
                continue;
            }

            foreach (var edge in _edges)
            {
                var found = _land.Edges[edge];
                if (edge != from.Edge && edge != to.Edge && (found.Start == node || found.End == node))
                {
                    Reach(far, length, came, found.Start == node ? found.End : found.Start, way + _land.MillimetersOf(edge), (edge, node));
                }
            }
        }

        var (start, end) = (_land.Edges[to.Edge].Start, _land.Edges[to.Edge].End);
        var (viaStart, viaEnd) = (
            length.GetValueOrDefault(start, double.PositiveInfinity) + Length(ToEnd(to, toStart: true)),
            length.GetValueOrDefault(end, double.PositiveInfinity) + Length(ToEnd(to, toStart: false)));
        return double.IsInfinity(Math.Min(viaStart, viaEnd)) ? null : WayBack(from, to, came, viaStart <= viaEnd);
    }

    private static void Reach(
        PriorityQueue<int, double> far, Dictionary<int, double> length, Dictionary<int, (int Edge, int Node)> came, int node, double way, (int Edge, int Node) by)
    {
        if (way < length.GetValueOrDefault(node, double.PositiveInfinity))
        {
            length[node] = way;
            came[node] = by;
            far.Enqueue(node, way);
        }
    }

    private LatticePoint[] WayBack(Place from, Place to, Dictionary<int, (int Edge, int Node)> came, bool viaStart)
    {
        var back = new List<LatticePoint>(ToEnd(to, viaStart));
        var node = viaStart ? _land.Edges[to.Edge].Start : _land.Edges[to.Edge].End;
        while (came[node] is { Node: not -1 } by)
        {
            var course = _land.Edges[by.Edge].Course;
            back.AddRange(_land.Edges[by.Edge].End == node ? course.Reverse() : course);
            node = by.Node;
        }

        back.AddRange(ToEnd(from, _land.Edges[from.Edge].Start == node).AsEnumerable().Reverse());
        back.Reverse();
        return [.. back];
    }

    /// <summary>From a place along its edge to the edge's start or end.</summary>
    private List<LatticePoint> ToEnd(Place place, bool toStart)
    {
        var course = _land.Edges[place.Edge].Course;
        return toStart ? [place.Point, .. course[..place.Before].Reverse()] : [place.Point, .. course[place.Before..]];
    }

    private LatticePoint[] Stretch(Place from, Place to)
    {
        var course = _land.Edges[from.Edge].Course;
        return from.Before <= to.Before
            ? [from.Point, .. course[from.Before..to.Before], to.Point]
            : [from.Point, .. course[to.Before..from.Before].Reverse(), to.Point];
    }

    private static double Length(List<LatticePoint> course) => Courses.LengthMeters(course.ToArray()) * 1_000;
}
