using GridMap.Core;
using GridMap.Platform.Api;

namespace GridMap.Platform.Tiles;

/// <summary>A tile of the XYZ scheme: zoom, column from the west, row from the north.</summary>
public readonly record struct TileCoordinate(int Zoom, int Column, int Row)
{
    public const int GreatestZoom = 22;

    private static readonly Refusal OutOfRange = new(
        "TILE_OUT_OF_RANGE",
        "Send whole numbers z/x/y with z in 0…22 and x, y in 0…2^z - 1.",
        "瓦片编号须为整数 z/x/y：z 在 0…22 之间，x、y 在 0…2^z - 1 之间。");

    /// <summary>Accepts plain digits that name a tile that exists; refuses signs, blanks, fractions, overflow and anything outside the pyramid.</summary>
    public static Result<TileCoordinate> Parse(ReadOnlySpan<char> zoom, ReadOnlySpan<char> column, ReadOnlySpan<char> row) =>
        TryReadNumber(zoom, GreatestZoom, out var z)
        && TryReadNumber(column, (1 << z) - 1, out var x)
        && TryReadNumber(row, (1 << z) - 1, out var y)
            ? new TileCoordinate(z, x, y)
            : OutOfRange;

    private static bool TryReadNumber(ReadOnlySpan<char> digits, int greatest, out int number) =>
        RequestValue.TryWhole(digits, out number) && number <= greatest;
}
