using GridMap.Core.Boundaries;
using GridMap.Core.Geography;

namespace GridMap.Core.Tests.Boundaries;

/// <summary>Random lines over a square of land, for properties that must hold of any mosaic.</summary>
internal static class RandomLand
{
    private static readonly LatticePoint Corner = new(1_172_000_000, 401_000_000);

    /// <summary>A square extent of so many steps with random roads, closed rings and dead ends; a small size makes many lines meet and coincide.</summary>
    public static List<BoundaryLine> Lines(int seed, int size)
    {
        var random = new Random(seed);
        var lines = new List<BoundaryLine> { new(Square(0, 0, size), Divider.Line, IsExtent: true) };
        for (var i = 0; i < 14; i++)
        {
            var points = Enumerable.Range(0, random.Next(2, 6)).Select(_ => At(random.Next(-size / 4, size * 5 / 4), random.Next(-size / 4, size * 5 / 4)));
            lines.Add(new BoundaryLine([.. points], (Divider)random.Next(6)));
        }

        for (var i = 0; i < 6; i++)
        {
            var side = random.Next(2, Math.Max(3, size / 4));
            lines.Add(new BoundaryLine(Square(random.Next(size - side), random.Next(size - side), side), Divider.Wall));
        }

        return lines;
    }

    /// <summary>A chessboard of columns × rows squares.</summary>
    public static Mosaic Chessboard(int columns, int rows, int side = 10_000)
    {
        var lines = new List<BoundaryLine>
        {
            new([At(0, 0), At(columns * side, 0), At(columns * side, rows * side), At(0, rows * side), At(0, 0)], Divider.Line, IsExtent: true),
        };
        lines.AddRange(Enumerable.Range(1, columns - 1).Select(i => new BoundaryLine([At(i * side, 0), At(i * side, rows * side)], Divider.Lane)));
        lines.AddRange(Enumerable.Range(1, rows - 1).Select(j => new BoundaryLine([At(0, j * side), At(columns * side, j * side)], Divider.Lane)));
        return Mosaic.FromLines(lines);
    }

    public static LatticePoint At(int x, int y) => new(Corner.X + x, Corner.Y + y);

    public static LatticePoint[] Square(int x, int y, int side) =>
        [At(x, y), At(x + side, y), At(x + side, y + side), At(x, y + side), At(x, y)];
}
