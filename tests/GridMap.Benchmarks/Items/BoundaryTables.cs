using System.Diagnostics;
using GridMap.Core.Boundaries.Editing;
using GridMap.Core.Geography;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Npgsql;

namespace GridMap.Benchmarks.Items;

/// <summary>The city in a database of its own, twice: as the operations keep it, and as recomputation does.</summary>
public sealed class BoundaryTables : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;
    private readonly WKBWriter _writer = new();

    public BoundaryTables(string database) => _source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database) { CommandTimeout = 600 });

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    public async Task FillAsync(Division division, DivisionRows rows, int incidents, Random random)
    {
        await RunAsync(
            """
            CREATE EXTENSION postgis;
            CREATE TABLE grid (id integer PRIMARY KEY, shape geometry NOT NULL);
            CREATE TABLE building (id integer PRIMARY KEY, households integer NOT NULL, position geometry NOT NULL);
            CREATE TABLE incident (id integer PRIMARY KEY, atom_id integer NOT NULL, grid_id integer NOT NULL, position geometry NOT NULL);
            CREATE TABLE recomputed (id integer PRIMARY KEY, grid_id integer NOT NULL, position geometry NOT NULL);
            """);
        await using (var connection = await _source.OpenConnectionAsync())
        {
            await using (var copy = await connection.BeginBinaryImportAsync("COPY incident FROM STDIN BINARY"))
            {
                for (var id = 0; id < incidents; id++)
                {
                    var atom = rows.Atoms[random.Next(rows.Atoms.Length)];
                    await copy.StartRowAsync();
                    await copy.WriteAsync(id);
                    await copy.WriteAsync(atom.Id);
                    await copy.WriteAsync(atom.Grid);
                    await copy.WriteAsync(_writer.Write(PointAt(BoundaryCity.Near(atom.LabelPoint, random))), NpgsqlTypes.NpgsqlDbType.Bytea);
                }

                await copy.CompleteAsync();
            }

            await using var buildings = await connection.BeginBinaryImportAsync("COPY building FROM STDIN BINARY");
            foreach (var building in rows.Buildings)
            {
                await buildings.StartRowAsync();
                await buildings.WriteAsync(building.Id);
                await buildings.WriteAsync(building.Households);
                await buildings.WriteAsync(_writer.Write(PointAt(building.Point)), NpgsqlTypes.NpgsqlDbType.Bytea);
            }

            await buildings.CompleteAsync();
        }

        await WriteShapesAsync(division, division.GridIds.ToHashSet());
        await RunAsync(
            """
            INSERT INTO recomputed SELECT id, grid_id, position FROM incident;
            CREATE INDEX ON incident (atom_id);
            CREATE INDEX ON grid USING gist (shape);
            CREATE INDEX ON recomputed USING gist (position);
            """);
        await RunAsync("VACUUM ANALYZE");
    }

    /// <summary>Attributes the incidents of the atoms an operation touched, in one statement that commits.</summary>
    public async Task AttributeAsync(Division division, Outcome outcome)
    {
        await using var command = _source.CreateCommand(
            "UPDATE incident SET grid_id = now.grid_id FROM unnest($1, $2) AS now (atom_id, grid_id) WHERE incident.atom_id = now.atom_id");
        command.Parameters.Add(new NpgsqlParameter { Value = outcome.TouchedAtoms });
        command.Parameters.Add(new NpgsqlParameter { Value = Array.ConvertAll(outcome.TouchedAtoms, division.GridOf) });
        await command.ExecuteNonQueryAsync();
    }

    public async Task WriteShapesAsync(Division division, HashSet<int> grids)
    {
        int[] here = [.. grids.Where(division.HasGrid)];
        await using var delete = _source.CreateCommand("DELETE FROM grid WHERE id = ANY ($1)");
        delete.Parameters.Add(new NpgsqlParameter { Value = grids.ToArray() });
        await delete.ExecuteNonQueryAsync();
        await using var insert = _source.CreateCommand("INSERT INTO grid SELECT id, shape::geometry FROM unnest($1, $2) AS given (id, shape)");
        insert.Parameters.Add(new NpgsqlParameter { Value = here });
        insert.Parameters.Add(new NpgsqlParameter { Value = Array.ConvertAll(here, grid => _writer.Write(division.ShapeOf(grid))) });
        await insert.ExecuteNonQueryAsync();
    }

    /// <summary>Seconds to find the grid of every incident by where it lies, and to write what differs.</summary>
    public async Task<double> RecomputeAsync()
    {
        var clock = Stopwatch.StartNew();
        await RunAsync(
            "UPDATE recomputed SET grid_id = grid.id FROM grid WHERE ST_Contains(grid.shape, recomputed.position) AND recomputed.grid_id <> grid.id");
        return clock.Elapsed.TotalSeconds;
    }

    /// <summary>No parity, no ratio: every incident in the same grid, and the households of every grid the same.</summary>
    public async Task CheckParityAsync(Division division)
    {
        await using var differ = _source.CreateCommand("SELECT count(*) FROM incident JOIN recomputed USING (id) WHERE incident.grid_id <> recomputed.grid_id");
        if (await differ.ExecuteScalarAsync() is not 0L)
        {
            throw new InvalidOperationException("No parity, no ratio: incidents lie in different grids.");
        }

        await using var sums = _source.CreateCommand(
            "SELECT grid.id, sum(building.households)::integer FROM grid JOIN building ON ST_Contains(grid.shape, building.position) GROUP BY grid.id");
        await using var reader = await sums.ExecuteReaderAsync();
        var counted = 0;
        while (await reader.ReadAsync())
        {
            counted++;
            if (division.NumbersOf(reader.GetInt32(0)).Households != reader.GetInt32(1))
            {
                throw new InvalidOperationException($"No parity, no ratio: grid {reader.GetInt32(0)} counts {reader.GetInt32(1)} households.");
            }
        }

        if (counted != division.GridCount)
        {
            throw new InvalidOperationException($"No parity, no ratio: {counted} grids of {division.GridCount} have households.");
        }
    }

    private static Point PointAt(LatticePoint point) => Lattice.Factory.CreatePoint(point.ToCoordinate());

    private async Task RunAsync(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
