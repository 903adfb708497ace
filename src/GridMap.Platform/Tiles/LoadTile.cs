using Npgsql;
using NpgsqlTypes;

namespace GridMap.Platform.Tiles;

/// <summary>Makes one tile by its layer's SQL function.</summary>
public sealed class LoadTile(NpgsqlDataSource database)
{
    public async Task<Tile> RunAsync(TileLayer layer, TileCoordinate tile, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        // The catalogue admits only plain function names; preparing again on a pooled connection costs nothing.
        await using var command = new NpgsqlCommand($"SELECT {layer.Function}($1, $2, $3)", connection);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = tile.Zoom, NpgsqlDbType = NpgsqlDbType.Integer });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = tile.Column, NpgsqlDbType = NpgsqlDbType.Integer });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = tile.Row, NpgsqlDbType = NpgsqlDbType.Integer });
        await command.PrepareAsync(cancellationToken);
        return await command.ExecuteScalarAsync(cancellationToken) is byte[] bytes ? Tile.Of(bytes) : Tile.Empty;
    }
}
