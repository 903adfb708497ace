using GridMap.Core.Geography;

namespace GridMap.Core.Response;

/// <summary>A place on the square lattice of Web Mercator that has 2^28 columns and rows: 64 cells across a tile of zoom 22.</summary>
public readonly record struct IncidentCell(int Column, int Row)
{
    /// <summary>2^Depth columns and rows.</summary>
    public const int Depth = 28;

    /// <summary>A tile has 2^TileDepth × 2^TileDepth cells, at every zoom.</summary>
    public const int TileDepth = 6;

    private const double GreatestLatitude = 85.0511287798066;

    /// <summary>The cell a position lies in; beyond the ends of the projection the last one.</summary>
    public static IncidentCell Of(Position position)
    {
        var latitude = Math.Clamp(position.Latitude, -GreatestLatitude, GreatestLatitude) * Math.PI / 180;
        var x = (position.Longitude + 180) / 360;
        var y = (1 - (Math.Log(Math.Tan(latitude) + (1 / Math.Cos(latitude))) / Math.PI)) / 2;
        return new IncidentCell(Index(x), Index(y));
    }

    private static int Index(double share) => (int)Math.Clamp(share * (1 << Depth), 0, (1 << Depth) - 1);
}
