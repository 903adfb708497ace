using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Districts.Osm;

/// <summary>
/// Keeps different nodes apart: where two nodes lie on exactly the same spot, the later one is moved by one lattice step (1 cm),
/// so that sharing a vertex always means sharing a node.
/// </summary>
public sealed class NodePositions
{
    private readonly Dictionary<long, Coordinate> _positions = [];

    private readonly Dictionary<Coordinate, long> _owners = [];

    public LineString Separate(OsmLine line)
    {
        if (line.Nodes.Count == 0)
            return line.Course;

        return Lattice.Factory.CreateLineString([.. line.Nodes.Select((node, index) => Find(node, line.Course.GetCoordinateN(index)))]);
    }

    private Coordinate Find(long node, Coordinate mapped)
    {
        if (_positions.TryGetValue(node, out var known))
            return known;

        var position = Lattice.Snap(mapped.X, mapped.Y);
        while (!_owners.TryAdd(position, node))
        {
            position = Lattice.Snap(position.X + 1 / Lattice.StepsPerDegree, position.Y);
        }

        _positions[node] = position;
        return position;
    }
}
