using GridMap.Core.Boundaries;
using GridMap.Core.Geography;
using GridMap.Districts.Network;
using Npgsql;

namespace GridMap.Districts.Writing;

/// <summary>Writes the walking network as its first version.</summary>
internal static class NetworkTables
{
    private const int FirstVersion = 1;

    public static async Task WriteAsync(NpgsqlConnection connection, DividedDistrict district, CancellationToken cancellationToken)
    {
        await CopyIn.RunAsync(connection, "network_version (id, source)", [district.Draft.Place.Source], (row, source) =>
        {
            row.Put(FirstVersion);
            row.Put(source);
        }, cancellationToken);
        await CopyIn.RunAsync(connection, "road_node (id, position)", district.Network.Nodes.Index(), (row, node) =>
        {
            row.Put(node.Index + 1);
            row.Put(Lattice.Factory.CreatePoint(node.Item.ToCoordinate()));
        }, cancellationToken);
        await CopyIn.RunAsync(
            connection,
            """
            road_edge (id, network_version_id, start_node_id, end_node_id, class, name, is_steps, is_tunnel, is_bridge,
                length_meters, walk_forward_seconds, walk_backward_seconds, course)
            """,
            district.Network.Edges.Index(),
            (row, edge) => PutEdge(row, edge.Index, edge.Item, district.Draft.Roads[edge.Item.Road]),
            cancellationToken);
    }

    private static void PutEdge(NpgsqlBinaryImporter row, int index, NetworkEdge edge, RoadDraft road)
    {
        row.Put(index + 1);
        row.Put(FirstVersion);
        row.Put(edge.Start + 1);
        row.Put(edge.End + 1);
        row.Put(road.Class);
        row.Put(road.Name);
        row.Put(road.IsSteps);
        row.Put(road.IsTunnel);
        row.Put(road.IsBridge);
        row.Put(edge.LengthMeters);
        row.Put(edge.WalkSeconds);
        row.Put(edge.WalkSeconds);
        row.Put(Courses.ToLineString(edge.Course));
    }
}
