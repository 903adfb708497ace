using System.IO.Compression;
using System.Text;
using GridMap.Core;

namespace GridMap.Server.Boundaries.Importing;

/// <summary>
/// Takes the parts of the one Shapefile out of a zip into a folder, under names of our own: paths in the zip are never used. What it holds beyond bounds,
/// whatever its directory says, is not unpacked.
/// </summary>
internal static class UnpackShapefile
{
    public const string Name = "division.shp";

    private const int MostEntries = 1_000;
    private const long MostBytes = 64L << 20;
    private const int LanguageAt = 29;

    private static readonly string[] Parts = [".shp", ".shx", ".dbf", ".prj", ".cpg"];

    /// <summary>The encoding of its attributes, as GDAL calls it; null where the file says it itself.</summary>
    public static Result<string?> Run(byte[] zip, string folder)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(zip, writable: false), ZipArchiveMode.Read, leaveOpen: false, Encoding.UTF8);
            var entries = archive.Entries.Take(MostEntries + 1).Where(entry => !entry.FullName.StartsWith("__MACOSX", StringComparison.Ordinal)).ToList();
            var shapes = entries.FindAll(entry => Has(entry, ".shp"));
            if (shapes is not [var shape] || archive.Entries.Count > MostEntries)
            {
                return FileRefusals.ZipUnfit;
            }

            var stem = shape.FullName[..^4];
            var parts = Parts.Select(part => (Part: part, Entry: entries.Find(entry => entry.FullName.Equals(stem + part, StringComparison.OrdinalIgnoreCase))))
                .Where(part => part.Entry is not null).ToList();
            return parts.Count(part => part.Part is ".shp" or ".shx" or ".dbf") < 3 ? FileRefusals.ZipUnfit : Unpack(parts!, folder);
        }
        catch (InvalidDataException)
        {
            return FileRefusals.ZipUnfit;
        }
    }

    private static Result<string?> Unpack(List<(string Part, ZipArchiveEntry Entry)> parts, string folder)
    {
        var left = MostBytes;
        foreach (var (part, entry) in parts)
        {
            using var packed = entry.Open();
            using var file = File.Create(Path.Combine(folder, Path.ChangeExtension(Name, part)));
            left = CopyWithin(packed, file, left);
            if (left < 0)
            {
                return FileRefusals.ZipTooLarge;
            }
        }

        return parts.Exists(part => part.Part == ".cpg") ? (string?)null : EncodingOf(File.ReadAllBytes(Path.Combine(folder, Path.ChangeExtension(Name, ".dbf"))));
    }

    private static long CopyWithin(Stream packed, FileStream file, long left)
    {
        var buffer = new byte[1 << 16];
        for (int read; left >= 0 && (read = packed.Read(buffer)) > 0; left -= read)
        {
            file.Write(buffer, 0, read);
        }

        return left;
    }

    /// <summary>Chinese programs write GBK and do not say so: what is no UTF-8 is taken for GBK, unless the table names another language.</summary>
    private static string? EncodingOf(byte[] table)
    {
        const byte Unsaid = 0, ChineseGbk = 0x4D, Western = 0x57;
        return table.Length <= LanguageAt || table[LanguageAt] is not (Unsaid or ChineseGbk or Western) ? null
            : System.Text.Unicode.Utf8.IsValid(table.AsSpan(ValuesAt(table))) ? "UTF-8"
            : "CP936";
    }

    private static Range ValuesAt(byte[] table)
    {
        const int HeaderLengthAt = 8;
        var header = table[HeaderLengthAt] | (table[HeaderLengthAt + 1] << 8);
        return Math.Min(header, table.Length)..;
    }

    private static bool Has(ZipArchiveEntry entry, string extension) => entry.FullName.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
}
