using GridMap.Core.Geography;
using NetTopologySuite.Geometries;
using NetTopologySuite.Noding;
using NetTopologySuite.Noding.Snapround;

namespace GridMap.Core.Boundaries;

/// <summary>
/// Cuts lines at every crossing and touch so that only end points are shared.
/// Method: snap rounding (Hobby 1999; NTS `SnapRoundingNoder`) on the lattice, moved to a local origin so that doubles hold every step exactly.
/// </summary>
public static class SegmentNoder
{
    /// <summary>The distinct segments of the arrangement, each once, with the strongest divider of the lines that coincide there.</summary>
    public static List<NodedSegment> Node(IReadOnlyList<BoundaryLine> lines)
    {
        var segments = new List<NodedSegment>();
        var seen = new Dictionary<(LatticePoint, LatticePoint), int>();
        foreach (var (from, to, line) in Pieces(lines))
        {
            Add(segments, seen, from, to, line);
        }

        return segments;
    }

    /// <summary>The pieces that each line falls into, in its direction; where lines coincide, one of each.</summary>
    public static IEnumerable<(LatticePoint From, LatticePoint To, BoundaryLine Line)> Pieces(IReadOnlyList<BoundaryLine> lines)
    {
        if (lines.Count == 0)
        {
            yield break;
        }

        var origin = lines[0].Points[0];
        var noder = new SnapRoundingNoder(new PrecisionModel(1.0));
        noder.ComputeNodes([.. lines.Select(line => ToString(line, origin))]);
        foreach (var substring in noder.GetNodedSubstrings())
        {
            var coordinates = substring.Coordinates;
            for (var i = 1; i < coordinates.Length; i++)
            {
                var (from, to) = (Local(coordinates[i - 1], origin), Local(coordinates[i], origin));
                if (from != to)
                {
                    yield return (from, to, (BoundaryLine)substring.Context);
                }
            }
        }
    }

    private static NodedSegmentString ToString(BoundaryLine line, LatticePoint origin) => new NodedSegmentString(
        Array.ConvertAll(line.Points, point => new Coordinate((double)point.X - origin.X, (double)point.Y - origin.Y)), line);

    private static LatticePoint Local(Coordinate coordinate, LatticePoint origin) =>
        new((int)Math.Round(coordinate.X) + origin.X, (int)Math.Round(coordinate.Y) + origin.Y);

    private static void Add(
        List<NodedSegment> segments, Dictionary<(LatticePoint, LatticePoint), int> seen, LatticePoint from, LatticePoint to, BoundaryLine line)
    {
        var (low, high) = from < to ? (from, to) : (to, from);
        if (seen.TryAdd((low, high), segments.Count))
        {
            segments.Add(new NodedSegment(low, high, line.Divider, line.IsExtent));
            return;
        }

        var index = seen[(low, high)];
        var known = segments[index];
        var divider = (Divider)Math.Max((byte)known.Divider, (byte)line.Divider);
        segments[index] = known with { Divider = divider, IsExtent = known.IsExtent || line.IsExtent };
    }
}
