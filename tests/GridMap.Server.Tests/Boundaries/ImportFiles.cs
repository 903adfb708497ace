using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Server.Tests.Boundaries;

/// <summary>Files with divisions as other programs write them.</summary>
internal static class ImportFiles
{
    /// <summary>A GeoJSON collection of one polygon.</summary>
    public static byte[] GeoJson(string coordinates) => Encoding.UTF8.GetBytes(
        """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":""" + coordinates + "}}]}");

    /// <summary>The same records as ogr2ogr writes them: a GeoPackage, or a Shapefile in GBK that does not say so, in a zip.</summary>
    public static async Task<byte[]> ConvertAsync(byte[] geoJson, bool isShapefile)
    {
        var folder = Directory.CreateTempSubdirectory("gridmap-test-").FullName;
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "in.geojson"), geoJson);
            string[] arguments = isShapefile ? ["-f", "ESRI Shapefile", "-lco", "ENCODING=CP936", "out.shp", "in.geojson"] : ["-f", "GPKG", "out.gpkg", "in.geojson"];
            using var process = Process.Start(new ProcessStartInfo("ogr2ogr", arguments) { WorkingDirectory = folder })!;
            await process.WaitForExitAsync();
            Assert.Equal(0, process.ExitCode);
            return isShapefile ? ZipShapefile(folder) : await File.ReadAllBytesAsync(Path.Combine(folder, "out.gpkg"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    /// <summary>A small zip whose Shapefile unpacks to so much.</summary>
    public static byte[] Bomb(int megabytes)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in new[] { "a.shx", "a.dbf", "a.shp" })
            {
                using var entry = archive.CreateEntry(part, CompressionLevel.Fastest).Open();
                for (var i = 0; i < megabytes && part == "a.shp"; i++)
                {
                    entry.Write(new byte[1 << 20]);
                }
            }
        }

        return stream.ToArray();
    }

    /// <summary>Changes the shape of the record whose code ends so.</summary>
    public static byte[] Reshape(byte[] geoJson, string code, Func<Geometry, Geometry> change)
    {
        var root = JsonNode.Parse(geoJson)!;
        var feature = root["features"]!.AsArray().First(feature => feature!["properties"]!["code"]!.GetValue<string>().EndsWith(code, StringComparison.Ordinal))!;
        var shape = Read(JsonSerializer.SerializeToElement(feature["geometry"]));
        feature["geometry"]!["coordinates"] = Coordinates(change(shape.Count == 1 ? shape[0] : shape));
        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    /// <summary>A MultiPolygon of GeoJSON.</summary>
    public static MultiPolygon Read(JsonElement geometry)
    {
        return Lattice.Factory.CreateMultiPolygon([.. geometry.GetProperty("coordinates").EnumerateArray().Select(polygon => polygon.EnumerateArray().Select(Ring).ToArray())
            .Select(rings => Lattice.Factory.CreatePolygon(rings[0], rings[1..]))]);

        static LinearRing Ring(JsonElement ring) =>
            Lattice.Factory.CreateLinearRing([.. ring.EnumerateArray().Select(place => new Coordinate(place[0].GetDouble(), place[1].GetDouble()))]);
    }

    /// <summary>Adds a record without attributes.</summary>
    public static byte[] Add(byte[] geoJson, Geometry shape)
    {
        var root = JsonNode.Parse(geoJson)!;
        root["features"]!.AsArray().Add(new JsonObject
        {
            ["type"] = "Feature",
            ["properties"] = new JsonObject(),
            ["geometry"] = new JsonObject { ["type"] = "MultiPolygon", ["coordinates"] = Coordinates(shape) },
        });
        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private static JsonArray Coordinates(Geometry shape) => [.. Enumerable.Range(0, shape.NumGeometries).Select(shape.GetGeometryN).Cast<Polygon>().Select(polygon =>
        new JsonArray([.. polygon.InteriorRings.Prepend(polygon.ExteriorRing).Select(ring => new JsonArray([.. ring.Coordinates.Select(place => new JsonArray(place.X, place.Y))]))]))];

    /// <summary>The folder of the paths is as somebody's desk has it, and nothing tells the encoding.</summary>
    private static byte[] ZipShapefile(string folder) => Zip(
        [.. new[] { "shp", "shx", "dbf", "prj" }.Select(part => ($"../../桌面/out.{part}", Read(Path.Combine(folder, $"out.{part}"), part)))]);

    private static byte[] Read(string path, string part)
    {
        var content = File.ReadAllBytes(path);
        if (part == "dbf")
        {
            const int LanguageAt = 29;
            content[LanguageAt] = 0;
        }

        return content;
    }
}
