using Dapper;
using GridMap.Core;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Platform.Tiles;

/// <summary>What tiles must say of the place they show: bounds in degrees, attribution, and whether it is invented.</summary>
public sealed record TilePlace(
    string Name, string NameEn, bool Synthetic, string Attribution, string Licence,
    double West, double South, double East, double North, double Longitude, double Latitude);

/// <summary>Finds the place; there is none before a district has been generated or imported.</summary>
public sealed class FindTilePlace(NpgsqlDataSource database)
{
    public static readonly Refusal PlaceMissing = new(
        "PLACE_MISSING",
        "There is no district yet: run `gridmap generate` or `gridmap import osm FILE`.",
        "尚无辖区数据：请先运行 gridmap generate 或 gridmap import osm FILE。");

    public async Task<TilePlace?> RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<TilePlace>(new CommandDefinition(Sql.Beside<FindTilePlace>(), cancellationToken: cancellationToken));
    }
}
