namespace GridMap.Platform.Tiles;

/// <summary>The parts of `/tiles/{layer}/{z}/{x}/{y}.mvt`, read without allocating.</summary>
public readonly ref struct TilePath
{
    private const string Prefix = "/tiles/";

    private const string Suffix = ".mvt";

    public ReadOnlySpan<char> Layer { get; private init; }

    public ReadOnlySpan<char> Zoom { get; private init; }

    public ReadOnlySpan<char> Column { get; private init; }

    public ReadOnlySpan<char> Row { get; private init; }

    public static bool TryRead(ReadOnlySpan<char> path, out TilePath tile)
    {
        tile = default;
        if (!path.StartsWith(Prefix, StringComparison.Ordinal) || !path.EndsWith(Suffix, StringComparison.Ordinal))
        {
            return false;
        }

        Span<Range> parts = stackalloc Range[5];
        var inner = path[Prefix.Length..^Suffix.Length];
        if (inner.Split(parts, '/') != 4)
        {
            return false;
        }

        tile = new TilePath { Layer = inner[parts[0]], Zoom = inner[parts[1]], Column = inner[parts[2]], Row = inner[parts[3]] };
        return true;
    }
}
