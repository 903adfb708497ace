namespace GridMap.Districts.Osm;

/// <summary>A folder that is gone when the operation ends.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("gridmap-osm-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
