using GridMap.Core.Coverage;
using Npgsql;

namespace GridMap.Testing;

/// <summary>
/// Holds the walks of the place in a database against pgRouting's: of 1 000 random pairs of crossings, and of every building of the community with most buildings
/// to the facilities of the place, or to some buildings where it has none.
/// </summary>
/// <param name="Edges">Of its network.</param>
/// <param name="Pairs">Of crossings that were compared.</param>
/// <param name="Buildings">Of which the walk was compared to each destination.</param>
/// <param name="Destinations">Facilities, or buildings where the place has none.</param>
/// <param name="Differences">Walks that differ by more than a millionth of a second.</param>
public sealed record PlaceWalks(int Edges, int Pairs, int Buildings, int Destinations, IReadOnlyList<string> Differences)
{
    private const double Most = 7200;
    private const int MostPairs = 1000;
    private const int MostDestinations = 10;

    public static async Task<PlaceWalks> CompareAsync(string connectionString)
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        var edges = await ReadAsync(database, "SELECT id, start_node_id, end_node_id, walk_forward_seconds, walk_backward_seconds FROM road_edge WHERE network_version_id = (SELECT max(id) FROM network_version)", EdgeOf);
        var walks = new RoutedWalks(database, [.. edges.Where(edge => double.IsFinite(edge.Forward) || double.IsFinite(edge.Backward))], Most);
        await walks.PrepareAsync();
        var chance = new Random(20_261_121);
        var differences = new List<string>();
        for (var pair = 0; pair < MostPairs; pair += MostPairs / MostDestinations)
        {
            var crossings = walks.Crossings.OrderBy(_ => chance.Next()).Take(1 + MostPairs / MostDestinations).ToArray();
            differences.AddRange(await walks.CompareCrossingsAsync(crossings[0], crossings[1..]));
        }

        var buildings = await ReadAsync(
            database,
            """
            SELECT building_link.road_edge_id, building_link.fraction
            FROM building JOIN building_link ON building_link.building_id = building.id
            JOIN assignment ON assignment.atom_id = building.atom_id AND upper_inf(assignment.valid)
            JOIN current_area AS grid ON grid.id = assignment.grid_id
            WHERE building_link.road_edge_id IS NOT NULL AND grid.parent_id = (
                SELECT grid.parent_id FROM building JOIN assignment ON assignment.atom_id = building.atom_id AND upper_inf(assignment.valid)
                JOIN current_area AS grid ON grid.id = assignment.grid_id GROUP BY grid.parent_id ORDER BY count(*) DESC, grid.parent_id LIMIT 1)
            ORDER BY building.id
            """,
            PlaceOf);
        var facilities = await ReadAsync(database, "SELECT road_edge_id, fraction FROM facility_link WHERE road_edge_id IS NOT NULL ORDER BY facility_id", PlaceOf);
        var destinations = (facilities.Count > 0 ? facilities : buildings).OrderBy(_ => chance.Next()).Take(MostDestinations).ToArray();
        foreach (var destination in destinations)
        {
            differences.AddRange(await walks.ComparePlacesAsync(destination, buildings));
        }

        return new PlaceWalks(edges.Count, MostPairs, buildings.Count, destinations.Length, differences);
    }

    private static CoverageEdge EdgeOf(NpgsqlDataReader row) => new(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), SecondsOf(row, 3), SecondsOf(row, 4));

    private static double SecondsOf(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? double.PositiveInfinity : row.GetDouble(column);

    // pgRouting takes no point at the very end of an edge; a billionth of it is far less than what is compared.
    private static (int Edge, double Fraction) PlaceOf(NpgsqlDataReader row) => (row.GetInt32(0), Math.Clamp(row.GetDouble(1), 1e-9, 1 - 1e-9));

    private static async Task<List<T>> ReadAsync<T>(NpgsqlDataSource database, string sql, Func<NpgsqlDataReader, T> of)
    {
        var read = new List<T>();
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            read.Add(of(reader));
        }

        return read;
    }
}
