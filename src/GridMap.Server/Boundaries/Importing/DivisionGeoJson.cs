using System.Text.Json;
using GridMap.Core;
using GridMap.Core.Boundaries.Importing;
using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Server.Boundaries.Importing;

/// <summary>Reads records from GeoJSON, faulty polygons included; coordinates go to the 1e-7° lattice. Codes and names are found by the usual names of fields.</summary>
internal sealed class DivisionGeoJson(DivisionFile file)
{
    private static readonly string[] CodeFields = ["code", "网格编码", "网格编号", "编码", "编号", "gridcode", "grid_code", "wgbm", "wgbh", "wgdm", "bm"];
    private static readonly string[] NameFields = ["name", "网格名称", "名称", "gridname", "grid_name", "wgmc", "mc"];
    private static readonly string[] EnglishFields = ["nameen", "name_en", "英文名称"];

    private int _vertices;
    private bool _isOffTheGlobe;

    public Result<IReadOnlyList<SourceArea>> Read(byte[] text)
    {
        try
        {
            using var document = JsonDocument.Parse(text.AsMemory(text.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0));
            return document.RootElement.ValueKind == JsonValueKind.Object && FindFeatures(document.RootElement) is { } features
                ? ReadAll(features)
                : FileRefusals.Unreadable("GeoJSON FeatureCollection?");
        }
        catch (JsonException)
        {
            return FileRefusals.Unreadable("JSON");
        }
    }

    private static IEnumerable<JsonElement>? FindFeatures(JsonElement root) => TypeOf(root) switch
    {
        "FeatureCollection" when root.TryGetProperty("features", out var features) && features.ValueKind == JsonValueKind.Array => features.EnumerateArray(),
        "Feature" => [root],
        _ => null,
    };

    private static string? TypeOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString() : null;

    private Result<IReadOnlyList<SourceArea>> ReadAll(IEnumerable<JsonElement> features)
    {
        var records = new List<SourceArea>();
        foreach (var feature in features)
        {
            records.Add(ReadOne(records.Count + 1, feature));
            if (_isOffTheGlobe)
            {
                return FileRefusals.NotDegrees;
            }

            if (records.Count > FileRefusals.MostRecords || _vertices > FileRefusals.MostVertices)
            {
                return FileRefusals.TooMany;
            }
        }

        return records;
    }

    private SourceArea ReadOne(int record, JsonElement feature)
    {
        var shape = feature.ValueKind == JsonValueKind.Object && feature.TryGetProperty("geometry", out var geometry) ? PolygonsOf(geometry).ToArray() : [];
        var properties = feature.ValueKind == JsonValueKind.Object && feature.TryGetProperty("properties", out var given) && given.ValueKind == JsonValueKind.Object
            ? given
            : default;
        return new SourceArea(
            record,
            Find(properties, file.CodeField, CodeFields),
            Find(properties, file.NameField, NameFields),
            Find(properties, null, EnglishFields),
            Lattice.Factory.CreateMultiPolygon(shape));
    }

    private static string? Find(JsonElement properties, string? wanted, string[] usual)
    {
        if (properties.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (var name in wanted is null ? usual : [wanted])
        {
            foreach (var property in properties.EnumerateObject().Where(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                return TextOf(property.Value);
            }
        }

        return null;
    }

    private static string? TextOf(JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!.Trim(),
            // A code kept as a number: 110106001001001.0.
            JsonValueKind.Number => value.TryGetDecimal(out var number) ? decimal.Truncate(number).ToString(System.Globalization.CultureInfo.InvariantCulture) : value.GetRawText(),
            _ => "",
        };
        return text.Length is > 0 and <= 200 && !text.Contains('\0') ? text : null;
    }

    private IEnumerable<Polygon> PolygonsOf(JsonElement geometry) => TypeOf(geometry) switch
    {
        "Polygon" when Member(geometry, "coordinates") is { } rings => Polygon(rings) is { } polygon ? [polygon] : [],
        "MultiPolygon" when Member(geometry, "coordinates") is { } parts => parts.SelectMany(part => part.ValueKind == JsonValueKind.Array && Polygon(part.EnumerateArray()) is { } polygon ? new[] { polygon } : []),
        "GeometryCollection" when Member(geometry, "geometries") is { } parts => parts.SelectMany(PolygonsOf),
        _ => [],
    };

    private static IEnumerable<JsonElement>? Member(JsonElement geometry, string name) =>
        geometry.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Array ? member.EnumerateArray() : null;

    private Polygon? Polygon(IEnumerable<JsonElement> rings)
    {
        var read = rings.Select(Ring).OfType<LinearRing>().ToArray();
        return read.Length == 0 ? null : Lattice.Factory.CreatePolygon(read[0], read[1..]);
    }

    /// <summary>A closed ring of at least three places, without doubled ones; null for anything less.</summary>
    private LinearRing? Ring(JsonElement ring)
    {
        if (ring.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var points = new List<Coordinate>(ring.GetArrayLength() + 1);
        foreach (var place in ring.EnumerateArray())
        {
            _vertices++;
            if (place.ValueKind != JsonValueKind.Array || place.GetArrayLength() < 2 || place[0].ValueKind != JsonValueKind.Number || place[1].ValueKind != JsonValueKind.Number
                || Core.Geography.Position.Parse(place[0].GetDouble(), place[1].GetDouble()).IsRefused)
            {
                _isOffTheGlobe = true;
                return null;
            }

            var point = Lattice.Snap(place[0].GetDouble(), place[1].GetDouble());
            if (points.Count == 0 || !points[^1].Equals2D(point))
            {
                points.Add(point);
            }
        }

        if (points.Count > 0 && !points[0].Equals2D(points[^1]))
        {
            points.Add(points[0].Copy());
        }

        return points.Count < 4 ? null : Lattice.Factory.CreateLinearRing([.. points]);
    }
}
