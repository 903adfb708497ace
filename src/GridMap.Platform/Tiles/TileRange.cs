using NetTopologySuite.Geometries;

namespace GridMap.Platform.Tiles;

/// <summary>The tiles of one zoom that a change in an envelope may alter.</summary>
public readonly record struct TileRange(int FirstColumn, int FirstRow, int LastColumn, int LastRow)
{
    /// <summary>The widest margin a tile function reads beyond its tile, in tiles.</summary>
    public const double MarginTiles = 256.0 / 4096;

    private const double GreatestMercatorLatitude = 85.051_128_779_806_59;

    /// <summary>Tiles that touch an envelope of WGS 84 degrees, their margins included.</summary>
    public static TileRange Covering(Envelope degrees, int zoom) => new(
        Index(ColumnOf(degrees.MinX, zoom) - MarginTiles, zoom),
        Index(RowOf(degrees.MaxY, zoom) - MarginTiles, zoom),
        Index(ColumnOf(degrees.MaxX, zoom) + MarginTiles, zoom),
        Index(RowOf(degrees.MinY, zoom) + MarginTiles, zoom));

    public bool Contains(TileCoordinate tile) =>
        tile.Column >= FirstColumn && tile.Column <= LastColumn && tile.Row >= FirstRow && tile.Row <= LastRow;

    private static double ColumnOf(double longitude, int zoom) => (longitude + 180) / 360 * (1 << zoom);

    private static double RowOf(double latitude, int zoom)
    {
        var sine = Math.Sin(Math.Clamp(latitude, -GreatestMercatorLatitude, GreatestMercatorLatitude) * Math.PI / 180);
        return (0.5 - Math.Atanh(sine) / (2 * Math.PI)) * (1 << zoom);
    }

    private static int Index(double position, int zoom) => (int)Math.Clamp(Math.Floor(position), 0, (1 << zoom) - 1);
}
