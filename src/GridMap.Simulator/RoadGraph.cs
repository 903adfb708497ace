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
}
