using System.Text;
using GridMap.Core;
using GridMap.Core.Boundaries.Importing;
using GridMap.Districts;

namespace GridMap.Server.Boundaries.Importing;

/// <summary>
/// Reads the records of a file: GeoJSON by ourselves, Shapefile and GeoPackage by ogr2ogr, which brings them to degrees of WGS 84 and UTF-8. Degrees of
/// CGCS2000 agree with WGS 84 within a decimetre and are taken as they are.
/// </summary>
public sealed class ReadDivisionFile(Ogr2Ogr convert)
{
    private const string Output = "division.geojson";
    private const string GeoPackage = "division.gpkg";
    private const string Degrees = "EPSG:4326";

    static ReadDivisionFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public async Task<Result<IReadOnlyList<SourceArea>>> RunAsync(DivisionFile file, CancellationToken cancellationToken)
    {
        if (file.Content.Length > DivisionFile.MostBytes)
        {
            return FileRefusals.TooLarge;
        }

        if (file.IsGeoJson)
        {
            return new DivisionGeoJson(file).Read(ToUtf8(file.Content));
        }

        if (!file.IsZip && !file.IsGeoPackage)
        {
            return FileRefusals.UnknownFormat;
        }

        using var folder = new TemporaryFolder("division");
        var laidDown = await LayDownAsync(file, folder.Path, cancellationToken);
        return laidDown.Refusal is { } unfit ? unfit : await ConvertAsync(file, folder.Path, laidDown.Value, cancellationToken);
    }

    /// <summary>What is no UTF-8 is taken for GB 18030, of which GBK is a part.</summary>
    private static byte[] ToUtf8(byte[] text) => System.Text.Unicode.Utf8.IsValid(text) ? text : Encoding.Convert(Encoding.GetEncoding("GB18030"), Encoding.UTF8, text);

    /// <summary>The arguments that name the input, once it lies in the folder.</summary>
    private static async Task<Result<string[]>> LayDownAsync(DivisionFile file, string folder, CancellationToken cancellationToken)
    {
        if (file.IsGeoPackage)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, GeoPackage), file.Content, cancellationToken);
            return file.Layer is { } layer ? [GeoPackage, layer] : new[] { GeoPackage };
        }

        var unpacked = UnpackShapefile.Run(file.Content, folder);
        return unpacked.Refusal is { } unfit ? unfit
            : unpacked.Value is { } encoding ? ["-oo", $"ENCODING={encoding}", UnpackShapefile.Name]
            : new[] { UnpackShapefile.Name };
    }

    private async Task<Result<IReadOnlyList<SourceArea>>> ConvertAsync(DivisionFile file, string folder, string[] input, CancellationToken cancellationToken)
    {
        string[] output = ["-f", "GeoJSON", "-dim", "XY", "-lco", "COORDINATE_PRECISION=9", "-t_srs", Degrees, Output];
        var said = await convert.RunAsync(folder, [.. output, .. input], cancellationToken);
        // Without a .prj it can only be hoped that they are degrees; if not, they are off the globe.
        if (said is { IsRefused: false, Value: { } complaint } && complaint.Contains("source layer has no coordinate system", StringComparison.Ordinal))
        {
            File.Delete(Path.Combine(folder, Output));
            said = await convert.RunAsync(folder, ["-s_srs", Degrees, .. output, .. input], cancellationToken);
        }

        return said.Refusal is { } refusal ? refusal
            : said.Value is { } failure ? Explain(failure)
            : new DivisionGeoJson(file).Read(await File.ReadAllBytesAsync(Path.Combine(folder, Output), cancellationToken));
    }

    private static Refusal Explain(string complaint) =>
        complaint.Contains("more than one layer", StringComparison.OrdinalIgnoreCase) || complaint.Contains("does not support creating more", StringComparison.OrdinalIgnoreCase) ? FileRefusals.SeveralLayers
        : complaint.Contains("Couldn't fetch requested layer", StringComparison.OrdinalIgnoreCase) ? FileRefusals.LayerUnknown
        : FileRefusals.Unreadable("GDAL");
}
