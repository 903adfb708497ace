using System.Text.Json;
using GridMap.Core.Boundaries.Importing;
using GridMap.Platform.Schema;

namespace GridMap.Server.Boundaries.Importing;

/// <summary>Every defect of an import as GeoJSON (RFC 7946): its land, or else its place.</summary>
internal static class DefectFeatures
{
    public static byte[] Write(IEnumerable<ImportDefect> defects)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "FeatureCollection"u8);
            json.WriteStartArray("features"u8);
            foreach (var defect in defects)
            {
                Write(json, defect);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, ImportDefect defect)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "Feature"u8);
        json.WritePropertyName("geometry"u8);
        if (defect.Shape is { } shape)
        {
            GeoJson.Write(json, shape);
        }
        else if (defect.Place is { } place)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "Point"u8);
            json.WriteStartArray("coordinates"u8);
            json.WriteNumberValue(place.Longitude);
            json.WriteNumberValue(place.Latitude);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteStartObject("properties"u8);
        json.WriteString("kind"u8, defect.Kind.ToString());
        json.WriteString("records"u8, string.Join(',', defect.Records));
        WriteNumber(json, "area_m2", defect.SquareMeters);
        WriteNumber(json, "width_m", defect.Meters);
        WriteNumber(json, "taker", defect.Taker);
        json.WriteBoolean("within_tolerance"u8, defect.IsWithinTolerance);
        json.WriteString("detail"u8, defect.Detail);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, Math.Round(value, 3));
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
