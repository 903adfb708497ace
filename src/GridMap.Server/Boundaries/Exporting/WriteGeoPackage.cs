using GridMap.Core;
using GridMap.Districts;

namespace GridMap.Server.Boundaries.Exporting;

/// <summary>Makes a GeoPackage of layers in GeoJSON.</summary>
public sealed class WriteGeoPackage(Ogr2Ogr convert)
{
    private const string Output = "division.gpkg";

    private static readonly Refusal Failed = new(
        "EXPORT_FAILED", "The GeoPackage could not be written; take GeoJSON instead, and tell the operator.", "GeoPackage 生成失败；请改用 GeoJSON，并告知管理员。");

    public async Task<Result<byte[]>> RunAsync(IReadOnlyList<(string Layer, byte[] GeoJson)> layers, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder("division");
        foreach (var (layer, content) in layers)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.Path, $"{layer}.geojson"), content, cancellationToken);
            string[] update = File.Exists(Path.Combine(folder.Path, Output)) ? ["-update"] : [];
            var said = await convert.RunAsync(
                folder.Path,
                [.. update, "-f", "GPKG", "-a_srs", "EPSG:4326", "-nlt", "MULTIPOLYGON", "-nln", layer, Output, $"{layer}.geojson"],
                cancellationToken);
            if (said.Refusal is { } refusal)
            {
                return refusal;
            }

            if (said.Value is not null)
            {
                return Failed;
            }
        }

        return await File.ReadAllBytesAsync(Path.Combine(folder.Path, Output), cancellationToken);
    }
}
