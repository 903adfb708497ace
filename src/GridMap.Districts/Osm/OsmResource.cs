namespace GridMap.Districts.Osm;

/// <summary>A file of `data/osm/` as it was when the program was built.</summary>
internal static class OsmResource
{
    public static Stream Open(string name) => typeof(OsmResource).Assembly.GetManifestResourceStream($"data/osm/{name}")
        ?? throw new InvalidOperationException($"data/osm/{name} is not in the program.");
}
