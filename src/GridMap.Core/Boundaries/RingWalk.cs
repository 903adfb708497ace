using System.Runtime.InteropServices;
using GridMap.Core.Geography;

namespace GridMap.Core.Boundaries;

/// <summary>Walks the boundary half-edges of one area, its inside always on the left, into simple closed rings.</summary>
internal static class RingWalk
{
    public static List<LatticePoint[]> Walk(MosaicEdge[] edges, ReadOnlySpan<int> halfEdges)
    {
        var leaving = new Dictionary<int, List<int>>(halfEdges.Length);
        foreach (var halfEdge in halfEdges)
        {
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(leaving, StartOf(edges, halfEdge), out _);
            (list ??= []).Add(halfEdge);
        }

        var rings = new List<LatticePoint[]>();
        foreach (var halfEdge in halfEdges)
        {
            if (leaving[StartOf(edges, halfEdge)].Contains(halfEdge))
            {
                PartAtTouches(WalkOnce(edges, leaving, halfEdge), rings);
            }
        }

        return rings;
    }

    private static List<LatticePoint> WalkOnce(MosaicEdge[] edges, Dictionary<int, List<int>> leaving, int start)
    {
        var points = new List<LatticePoint>();
        var halfEdge = start;
        var home = StartOf(edges, start);
        while (true)
        {
            leaving[StartOf(edges, halfEdge)].Remove(halfEdge);
            Append(points, edges[halfEdge / 2].Course, (halfEdge & 1) == 1);
            var node = StartOf(edges, halfEdge ^ 1);
            var onward = leaving[node];
            if (onward.Count == 0)
            {
                return node == home ? points : throw new InvalidOperationException("A boundary does not close; the mosaic is broken.");
            }

            halfEdge = onward.Count == 1 && node != home ? onward[0] : Turn(edges, onward, halfEdge, start, node == home);
            if (halfEdge == start)
            {
                return points;
            }
        }
    }

    /// <summary>The first boundary clockwise from where we came: the one that has the same piece of inside on its left.</summary>
    private static int Turn(MosaicEdge[] edges, List<int> onward, int arrived, int start, bool atHome)
    {
        var centre = PointAfterStart(edges, arrived ^ 1, 0);
        var back = PointAfterStart(edges, arrived ^ 1, 1);
        var candidates = atHome ? onward.Append(start) : onward;
        return candidates.MinBy(halfEdge => new Clockwise(centre, back, PointAfterStart(edges, halfEdge, 1)));
    }

    private static void PartAtTouches(List<LatticePoint> closed, List<LatticePoint[]> rings)
    {
        var path = new List<LatticePoint>(closed.Count);
        var seenAt = new Dictionary<LatticePoint, int>(closed.Count);
        foreach (var point in closed)
        {
            if (seenAt.TryGetValue(point, out var since))
            {
                rings.Add([.. path[since..], point]);
                path[(since + 1)..].ForEach(parted => seenAt.Remove(parted));
                path.RemoveRange(since + 1, path.Count - since - 1);
                continue;
            }

            seenAt.Add(point, path.Count);
            path.Add(point);
        }
    }

    private static void Append(List<LatticePoint> points, LatticePoint[] course, bool reversed)
    {
        var skip = points.Count == 0 ? 0 : 1;
        for (var i = skip; i < course.Length; i++)
        {
            points.Add(reversed ? course[^(i + 1)] : course[i]);
        }
    }

    private static int StartOf(MosaicEdge[] edges, int halfEdge) =>
        (halfEdge & 1) == 0 ? edges[halfEdge / 2].Start : edges[halfEdge / 2].End;

    private static LatticePoint PointAfterStart(MosaicEdge[] edges, int halfEdge, int steps)
    {
        var course = edges[halfEdge / 2].Course;
        return (halfEdge & 1) == 0 ? course[steps] : course[^(steps + 1)];
    }

    /// <summary>Orders points around a centre clockwise from a first direction, that direction itself last.</summary>
    private readonly record struct Clockwise(LatticePoint Centre, LatticePoint From, LatticePoint To) : IComparable<Clockwise>
    {
        public int CompareTo(Clockwise other)
        {
            var (mine, theirs) = (IsPast, other.IsPast);
            return mine != theirs ? mine.CompareTo(theirs) : Directions.Compare(Centre, other.To, To);
        }

        private bool IsPast => Directions.Compare(Centre, To, From) >= 0;
    }
}
