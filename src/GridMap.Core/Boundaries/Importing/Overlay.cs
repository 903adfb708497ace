using GridMap.Core.Boundaries.Editing;
using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Boundaries.Importing;

/// <summary>
/// The land of today and the polygons of a file laid over each other: the faces of all their borders, and what covers each face.
/// Method: borders are cut at each other by snap rounding on the 1e-7° lattice (<see cref="SegmentNoder"/>); faces are traced in exact integers; what
/// covers a face follows from walking inwards from the outside, where each border that is crossed turns its owner on or off (even–odd rule).
/// Nothing moves by more than a step (1 cm).
/// </summary>
internal sealed class Overlay
{
    public const int NoAtom = int.MinValue;

    private Overlay(SidedSegment[] segments, int[] atoms, int[][] sources, double[] squareMeters)
    {
        (Segments, Atoms, Sources, SquareMeters) = (segments, atoms, sources, squareMeters);
        Meters = Array.ConvertAll(segments, segment => Ellipsoid.DistanceMeters(segment.From.ToCoordinate(), segment.To.ToCoordinate()));
    }

    /// <summary>All pieces of border with the faces beside them; -1 is beyond everything.</summary>
    public SidedSegment[] Segments { get; }

    /// <summary>The length of each segment.</summary>
    public double[] Meters { get; }

    /// <summary>The atom that each face lies in, or <see cref="NoAtom"/>.</summary>
    public int[] Atoms { get; }

    /// <summary>The indexes of the source areas that cover each face, ascending.</summary>
    public int[][] Sources { get; }

    public double[] SquareMeters { get; }

    public int FaceCount => Atoms.Length;

    /// <param name="edges">Every edge around the atoms.</param>
    /// <param name="atoms">The land that is to be divided anew.</param>
    public static Overlay Of(IEnumerable<EdgeRow> edges, IReadOnlySet<int> atoms, IReadOnlyList<SourceArea> sources)
    {
        var owners = new Dictionary<BoundaryLine, int[]>(ReferenceEqualityComparer.Instance);
        foreach (var edge in edges)
        {
            int[] sides = [.. new[] { edge.Left, edge.Right }.OfType<int>().Where(atoms.Contains).Select(atom => ~atom)];
            owners.Add(new BoundaryLine(edge.Course, Divider.Line), sides);
        }

        for (var source = 0; source < sources.Count; source++)
        {
            foreach (var ring in RingsOf(sources[source].Shape))
            {
                owners.Add(new BoundaryLine(ring, Divider.Line), [source]);
            }
        }

        return Trace(Node(owners));
    }

    private static IEnumerable<LatticePoint[]> RingsOf(MultiPolygon shape) => shape.Geometries.Cast<Polygon>()
        .SelectMany(polygon => polygon.InteriorRings.Prepend(polygon.ExteriorRing))
        .Select(ring => LatticePoint.From(ring.Coordinates))
        .Where(ring => ring.Length >= 4);

    /// <summary>Which owners each piece of border turns on or off: atoms as ~id, sources by index.</summary>
    private static Dictionary<(LatticePoint Low, LatticePoint High), HashSet<int>> Node(Dictionary<BoundaryLine, int[]> owners)
    {
        var turned = new Dictionary<(LatticePoint, LatticePoint), HashSet<int>>();
        foreach (var (from, to, line) in SegmentNoder.Pieces([.. owners.Keys]))
        {
            var key = from < to ? (from, to) : (to, from);
            if (!turned.TryGetValue(key, out var set))
            {
                turned.Add(key, set = []);
            }

            set.SymmetricExceptWith(owners[line]);
        }

        return turned;
    }

    private static Overlay Trace(Dictionary<(LatticePoint Low, LatticePoint High), HashSet<int>> turned)
    {
        var graph = new HalfEdgeGraph([.. turned.Where(pair => pair.Value.Count > 0).Select(pair => new NodedSegment(pair.Key.Low, pair.Key.High, Divider.Line, false))]);
        var cycles = FaceCycle.TraceAll(graph);
        var faceOfCycle = FaceNesting.FaceOfCycles(graph, cycles);
        var number = faceOfCycle.Where(face => face >= 0).Distinct().Order().Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        int FaceOf(int halfEdge) => faceOfCycle[cycles.OfHalfEdge[halfEdge]] is var face and >= 0 ? number[face] : -1;

        var squareMeters = new double[number.Count];
        for (var cycle = 0; cycle < faceOfCycle.Length; cycle++)
        {
            if (faceOfCycle[cycle] >= 0)
            {
                squareMeters[number[faceOfCycle[cycle]]] += cycles.TwiceArea[cycle] * SquareMetersPerTwice(cycles.Lowest[cycle]);
            }
        }

        var segments = new List<SidedSegment>(graph.Segments.Length);
        for (var i = 0; i < graph.Segments.Length; i++)
        {
            var (left, right) = (FaceOf(2 * i), FaceOf(2 * i + 1));
            if (left != right)
            {
                segments.Add(new SidedSegment(graph.Segments[i].From, graph.Segments[i].To, left, right, Divider.Line));
            }
        }

        var covers = Cover(segments, turned, number.Count);
        return new Overlay(
            [.. segments],
            Array.ConvertAll(covers, cover => cover.Length > 0 && cover[0] < 0 ? ~cover[0] : NoAtom),
            Array.ConvertAll(covers, cover => Array.FindAll(cover, owner => owner >= 0)),
            squareMeters);
    }

    /// <summary>The owners that cover each face, ascending, by walking inwards over the borders.</summary>
    private static int[][] Cover(List<SidedSegment> segments, Dictionary<(LatticePoint Low, LatticePoint High), HashSet<int>> turned, int count)
    {
        var sides = new int[2 * segments.Count];
        for (var i = 0; i < segments.Count; i++)
        {
            (sides[2 * i], sides[2 * i + 1]) = (segments[i].Left + 1, segments[i].Right + 1);
        }

        var (offset, around) = Buckets.Group(sides, count + 1);
        var covers = new int[count + 1][];
        covers[0] = [];
        var open = new Queue<int>([0]);
        while (open.TryDequeue(out var face))
        {
            foreach (var side in around.AsSpan(offset[face]..offset[face + 1]))
            {
                var across = sides[side ^ 1];
                if (covers[across] is null)
                {
                    var cover = new HashSet<int>(covers[face]);
                    cover.SymmetricExceptWith(turned[(segments[side / 2].From, segments[side / 2].To)]);
                    covers[across] = [.. cover.Order()];
                    open.Enqueue(across);
                }
            }
        }

        return covers[1..];
    }

    private static double SquareMetersPerTwice(LatticePoint at)
    {
        var (perLongitude, perLatitude) = Ellipsoid.MetersPerDegree(at.Y / Lattice.StepsPerDegree);
        return perLongitude * perLatitude / 2 / (Lattice.StepsPerDegree * Lattice.StepsPerDegree);
    }
}
