using GridMap.Core.Boundaries.Editing;
using GridMap.Core.Geography;
using GridMap.Platform.Database;
using NetTopologySuite.Geometries;
using Npgsql;

namespace GridMap.Server.Boundaries;

/// <summary>Loads the division that is in force, with the number of its revision, as one snapshot.</summary>
public sealed class LoadDivision(NpgsqlDataSource database)
{
    public async Task<(int Revision, DivisionRows Rows)> RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var snapshot = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        await using var command = new NpgsqlCommand(Sql.Beside<LoadDivision>(), connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var revision = (await ReadAsync(reader, row => row.GetInt32(0), cancellationToken))[0];
        var atoms = await NextAsync(reader, row => new AtomRow(row.GetInt32(0), row.GetString(1), PointAt(row, 2), row.GetInt32(3)), cancellationToken);
        var edges = await NextAsync(reader, Edge, cancellationToken);
        var nodes = await NextAsync(reader, row => new NodeRow(row.GetInt32(0), PointAt(row, 1)), cancellationToken);
        var buildings = await NextAsync(
            reader,
            row => new BuildingRow(row.GetInt32(0), row.GetInt32(1), PointAt(row, 2), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5)),
            cancellationToken);
        var grids = await NextAsync(
            reader, row => new GridRow(row.GetInt32(0), row.GetString(1), row.GetString(2), Text(row, 3), row.GetInt32(4), row.GetInt32(5)), cancellationToken);
        var communities = await NextAsync(
            reader, row => new CommunityRow(row.GetInt32(0), row.GetString(1), row.GetString(2), Text(row, 3), row.GetInt32(4)), cancellationToken);
        var subdistricts = await NextAsync(
            reader, row => new SubdistrictRow(row.GetInt32(0), row.GetString(1), row.GetString(2), Text(row, 3)), cancellationToken);
        return (revision, new DivisionRows(atoms, edges, nodes, buildings, grids, communities, subdistricts));
    }

    private static async Task<T[]> NextAsync<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        await reader.NextResultAsync(cancellationToken);
        return await ReadAsync(reader, read, cancellationToken);
    }

    private static async Task<T[]> ReadAsync<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return [.. rows];
    }

    private static EdgeRow Edge(NpgsqlDataReader row) => new(
        row.GetInt32(0),
        row.GetInt32(1),
        row.GetInt32(2),
        row.IsDBNull(3) ? null : row.GetInt32(3),
        row.IsDBNull(4) ? null : row.GetInt32(4),
        row.GetString(5),
        LatticePoint.From(row.GetFieldValue<LineString>(6).Coordinates));

    private static LatticePoint PointAt(NpgsqlDataReader row, int column) => LatticePoint.From(row.GetFieldValue<Point>(column).Coordinate);

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
