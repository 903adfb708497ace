using System.Text.Json;
using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Simulator;

/// <summary>One edge of the walking network with metres along its course.</summary>
public sealed class RoadEdge
{
    public required int StartNode { get; init; }

    public required int EndNode { get; init; }

    public required string Class { get; init; }

    public required string? Name { get; init; }

    public required int? GridId { get; init; }

    public required Coordinate[] Course { get; init; }

    /// <summary>Metres from the start to each vertex of the course.</summary>
    public required double[] Along { get; init; }

    public double LengthMeters => Along[^1];

    /// <summary>Reads a line of `/api/network`.</summary>
    public static RoadEdge Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var item = json.RootElement;
        var flat = item[6];
        var course = new Coordinate[flat.GetArrayLength() / 2];
        var along = new double[course.Length];
        for (var i = 0; i < course.Length; i++)
        {
            course[i] = new Coordinate(flat[2 * i].GetInt32() / Lattice.StepsPerDegree, flat[2 * i + 1].GetInt32() / Lattice.StepsPerDegree);
            along[i] = i == 0 ? 0 : along[i - 1] + Ellipsoid.DistanceMeters(course[i - 1], course[i]);
        }

        return new RoadEdge
        {
            StartNode = item[1].GetInt32(),
            EndNode = item[2].GetInt32(),
            Class = item[3].GetString()!,
            Name = item[4].GetString(),
            GridId = item[5].ValueKind == JsonValueKind.Null ? null : item[5].GetInt32(),
            Course = course,
            Along = along,
        };
    }

    /// <summary>The position at a distance from the start, and the bearing in degrees when going forward.</summary>
    public (Coordinate Position, double BearingDegrees) At(double meters)
    {
        var found = Array.BinarySearch(Along, meters);
        var next = Math.Clamp(found < 0 ? ~found : found, 1, Along.Length - 1);
        var (from, to) = (Course[next - 1], Course[next]);
        var span = Along[next] - Along[next - 1];
        var share = span == 0 ? 0 : Math.Clamp((meters - Along[next - 1]) / span, 0, 1);
        var (perLongitude, perLatitude) = Ellipsoid.MetersPerDegree(from.Y);
        var bearing = Math.Atan2((to.X - from.X) * perLongitude, (to.Y - from.Y) * perLatitude) * 180 / Math.PI;
        return (new Coordinate(from.X + (to.X - from.X) * share, from.Y + (to.Y - from.Y) * share), (bearing + 360) % 360);
    }
}

/// <summary>The walking network as adjacency: which edges meet at a node, which lie in a grid.</summary>
public sealed class RoadGraph
{
    private readonly ILookup<int, RoadEdge> _byNode;
    private readonly ILookup<int, RoadEdge> _byGrid;

    public RoadGraph(IReadOnlyList<RoadEdge> edges)
    {
        Edges = edges;
        _byNode = edges.SelectMany(edge => edge.StartNode == edge.EndNode ? [(edge.StartNode, edge)] : new[] { (edge.StartNode, edge), (edge.EndNode, edge) })
            .ToLookup(pair => pair.Item1, pair => pair.edge);
        _byGrid = edges.Where(edge => edge.GridId is not null).ToLookup(edge => edge.GridId!.Value);
    }

    public IReadOnlyList<RoadEdge> Edges { get; }

    public IEnumerable<RoadEdge> AtNode(int node) => _byNode[node];

    public IEnumerable<RoadEdge> InGrid(int gridId) => _byGrid[gridId];

    /// <summary>The edge that comes nearest to a position, and how many metres along it.</summary>
    public (RoadEdge Edge, double Meters) Nearest(Coordinate position)
    {
        var (perLongitude, perLatitude) = Ellipsoid.MetersPerDegree(position.Y);
        var (best, nearest, meters) = (Edges[0], double.MaxValue, 0.0);
        foreach (var edge in Edges)
        {
            for (var i = 1; i < edge.Course.Length; i++)
            {
                var (x, y) = ((edge.Course[i - 1].X - position.X) * perLongitude, (edge.Course[i - 1].Y - position.Y) * perLatitude);
                var (east, north) = ((edge.Course[i].X - edge.Course[i - 1].X) * perLongitude, (edge.Course[i].Y - edge.Course[i - 1].Y) * perLatitude);
                var square = east * east + north * north;
                var share = square == 0 ? 0 : Math.Clamp(-(x * east + y * north) / square, 0, 1);
                var distance = Math.Pow(x + share * east, 2) + Math.Pow(y + share * north, 2);
                if (distance < nearest)
                {
                    (best, nearest, meters) = (edge, distance, edge.Along[i - 1] + share * (edge.Along[i] - edge.Along[i - 1]));
                }
            }
        }

        return (best, meters);
    }

    /// <summary>The shortest way from a node to either end of an edge (Dijkstra), as the edges to take; null where none leads there.</summary>
    public IReadOnlyList<RoadEdge>? FindWay(int fromNode, RoadEdge to)
    {
        var best = new Dictionary<int, (double Meters, RoadEdge? By)> { [fromNode] = (0, null) };
        var done = new HashSet<int>();
        var queue = new PriorityQueue<int, double>();
        queue.Enqueue(fromNode, 0);
        while (queue.TryDequeue(out var node, out var meters))
        {
            if (!done.Add(node))
            {
                continue;
            }

            if (node == to.StartNode || node == to.EndNode)
            {
                return Trace(best, node);
            }

            foreach (var edge in _byNode[node])
            {
                var next = edge.StartNode == node ? edge.EndNode : edge.StartNode;
                var total = meters + edge.LengthMeters;
                if (!best.TryGetValue(next, out var known) || total < known.Meters)
                {
                    best[next] = (total, edge);
                    queue.Enqueue(next, total);
                }
            }
        }

        return null;
    }

    private static List<RoadEdge> Trace(Dictionary<int, (double Meters, RoadEdge? By)> best, int node)
    {
        var way = new List<RoadEdge>();
        while (best[node].By is { } edge)
        {
            way.Add(edge);
            node = edge.StartNode == node ? edge.EndNode : edge.StartNode;
        }

        way.Reverse();
        return way;
    }
}
