using System.IO.Compression;
using System.Text;

namespace GridMap.Districts.Tests.Osm;

/// <summary>Files for the import: the hand-laid fixture, spoiled copies of it, and the real extracts where they are.</summary>
internal sealed class OsmFiles : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gridmap-osm-tests-").FullName;

    public static string Fixture => Path.Combine(AppContext.BaseDirectory, "Osm", "Fixtures", "yunquan.osm");

    /// <summary>A real extract beside the working copy; null where there is none.</summary>
    public static string? FindReal(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "osm", name);
            if (File.Exists(file))
                return file;
        }

        return null;
    }

    public string Write(string name, byte[] content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public string Write(string name, string content) => Write(name, Encoding.UTF8.GetBytes(content));

    public string WriteSparse(string name, long bytes)
    {
        var path = Path.Combine(_folder, name);
        using var stream = File.Create(path);
        stream.SetLength(bytes);
        return path;
    }

    public static byte[] Gzip(byte[] content)
    {
        var buffer = new MemoryStream();
        using (var stream = new GZipStream(buffer, CompressionLevel.Fastest))
        {
            stream.Write(content);
        }

        return buffer.ToArray();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

/// <summary>Progress is heard at once, in order.</summary>
internal sealed class HeardStages : IProgress<GridMap.Districts.Osm.OsmImportStage>
{
    public List<GridMap.Districts.Osm.OsmImportStage> Stages { get; } = [];

    public void Report(GridMap.Districts.Osm.OsmImportStage value)
    {
        lock (Stages)
        {
            Stages.Add(value);
        }
    }
}
