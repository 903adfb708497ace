using GridMap.Core.Geography;
using GridMap.Core.Response;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Response;

/// <summary>The lattice that densities of the place are told on, and which of its cells lie on the ground of the place; found anew when areas have changed.</summary>
public sealed class FindGround(NpgsqlDataSource database)
{
    private volatile Ground? _found;

    /// <summary>Hears that the ground may have changed.</summary>
    public void Forget() => _found = null;

    /// <summary>Null before there is a place.</summary>
    public async ValueTask<Ground?> RunAsync(CancellationToken cancellationToken) => _found ??= await ReadAsync(cancellationToken);

    private async Task<Ground?> ReadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await FindExtentAsync(connection, cancellationToken) is not { } extent)
        {
            return null;
        }

        var lattice = CellLattice.Over(extent);
        await using var command = new NpgsqlCommand(Sql.Beside<FindGround>(), connection);
        command.Parameters.Add(new NpgsqlParameter<double[]>("latitudes", [.. Enumerable.Range(0, lattice.Rows).Select(lattice.LatitudeOf)]));
        command.Parameters.Add(new NpgsqlParameter<double[]>("longitudes", [.. Enumerable.Range(0, lattice.Columns).Select(lattice.LongitudeOf)]));
        var isGround = new bool[lattice.Columns * lattice.Rows];
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            isGround[reader.GetInt32(0)] = true;
        }

        return new Ground(extent, lattice, isGround);
    }

    private static async Task<Bounds?> FindExtentAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Sql.Beside<FindGround>("extent"), connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new Bounds(reader.GetDouble(0), reader.GetDouble(1), reader.GetDouble(2), reader.GetDouble(3))
            : null;
    }
}

/// <summary>How far the place reaches, a lattice over it and which of its cells count.</summary>
public sealed record Ground(Bounds Extent, CellLattice Lattice, bool[] IsGround);
