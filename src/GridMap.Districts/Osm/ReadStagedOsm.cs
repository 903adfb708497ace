using System.Globalization;
using System.Text.Json;
using GridMap.Core.Geography;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Npgsql;

namespace GridMap.Districts.Osm;

/// <summary>Reads the staged points, lines and areas of a file.</summary>
public sealed class ReadStagedOsm(NpgsqlConnection connection, string schema)
{
    private readonly WKBReader _shapes = new(new NetTopologySuite.NtsGeometryServices(Lattice.Precision, Lattice.Srid));

    public async Task<OsmData> RunAsync(string fileName, Envelope? bounds, CancellationToken cancellationToken)
    {
        var points = await ReadAsync(
            $"SELECT tags::text, ST_AsBinary(geom), osm_id FROM {schema}.osm_point ORDER BY osm_id",
            row => new OsmPoint(row.GetInt64(2), Tags(row), (Point)Shape(row)),
            cancellationToken);
        var lines = await ReadAsync(
            $"SELECT tags::text, ST_AsBinary(geom), osm_id, nodes FROM {schema}.osm_line ORDER BY osm_id", Line, cancellationToken);
        var areas = await ReadAsync(
            $"SELECT tags::text, ST_AsBinary(geom), osm_type::text || abs(osm_id)::text FROM {schema}.osm_area ORDER BY osm_type, osm_id",
            row => new OsmArea(row.GetString(2), Tags(row), Shape(row)),
            cancellationToken);
        return new OsmData(points, lines, areas, bounds, fileName);
    }

    private OsmLine Line(NpgsqlDataReader row)
    {
        var course = (LineString)Shape(row);
        var nodes = row.GetFieldValue<long[]>(3);
        return new OsmLine(row.GetInt64(2), Tags(row), nodes.Length == course.NumPoints ? nodes : [], course);
    }

    private Geometry Shape(NpgsqlDataReader row) => _shapes.Read(row.GetFieldValue<byte[]>(1));

    private static OsmTags Tags(NpgsqlDataReader row) =>
        new(JsonSerializer.Deserialize<Dictionary<string, string>>(row.GetString(0)) ?? []);

    private async Task<IReadOnlyList<T>> ReadAsync<T>(string statement, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>`(west,south,east,north)` as osmium prints a header's box; null where the file names none.</summary>
    public static Envelope? ParseBounds(string text)
    {
        var first = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault();
        var parts = first?.Trim('(', ')').Split(',') ?? [];
        if (parts.Length != 4)
            return null;

        var numbers = parts.Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return new Envelope(numbers[0], numbers[2], numbers[1], numbers[3]);
    }
}
