using System.IO.Compression;
using System.Text;
using GridMap.Core;

namespace GridMap.Districts.Osm;

/// <summary>A file that looks like OpenStreetMap data, by its first bytes and not by its name.</summary>
public sealed record OsmFile(string Path, string Format, long Bytes)
{
    private const int HeadBytes = 65_536;

    /// <summary>Looks at size and first bytes only, so that a wrong file is refused at once and before anything is touched.</summary>
    public static Result<OsmFile> Inspect(string path, long maxBytes)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            return OsmRefusals.FileMissing(path);
        if (file.Length == 0)
            return OsmRefusals.FileEmpty(path);
        if (file.Length > maxBytes)
            return OsmRefusals.FileTooLarge(path, file.Length, maxBytes);

        try
        {
            return Recognise(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return OsmRefusals.FileUnreadable(path, fault.Message);
        }
    }

    private static Result<OsmFile> Recognise(FileInfo file)
    {
        using var stream = file.OpenRead();
        var head = Head(stream);
        if (IsPbf(head))
            return new OsmFile(file.FullName, "pbf", file.Length);
        if (head is [(byte)'B', (byte)'Z', (byte)'h', ..])
            return new OsmFile(file.FullName, "osm.bz2", file.Length);
        if (head is not [0x1f, 0x8b, ..])
            return RecogniseXml(file, head, "osm");

        stream.Position = 0;
        try
        {
            return RecogniseXml(file, Head(new GZipStream(stream, CompressionMode.Decompress)), "osm.gz");
        }
        catch (InvalidDataException fault)
        {
            return OsmRefusals.Broken(file.FullName, fault.Message);
        }
    }

    private static Result<OsmFile> RecogniseXml(FileInfo file, byte[] head, string format)
    {
        var text = Encoding.UTF8.GetString(head);
        var root = text.IndexOf("<osm", StringComparison.Ordinal);
        var prolog = root < 0 ? text : text[..root];
        if (prolog.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) || prolog.Contains("<!ENTITY", StringComparison.OrdinalIgnoreCase))
            return OsmRefusals.XmlWithDtd(file.FullName);

        return root < 0 || !text.TrimStart('\uFEFF').TrimStart().StartsWith('<')
            ? OsmRefusals.NotOsm(file.FullName)
            : new OsmFile(file.FullName, format, file.Length);
    }

    // A PBF file starts with the length of a BlobHeader whose first field is the string "OSMHeader".
    private static bool IsPbf(byte[] head) => head.Length > 15 && head.AsSpan(4, 11).SequenceEqual("\n\tOSMHeader"u8);

    private static byte[] Head(Stream stream)
    {
        var buffer = new byte[HeadBytes];
        var read = stream.ReadAtLeast(buffer, HeadBytes, throwOnEndOfStream: false);
        return buffer[..read];
    }
}
