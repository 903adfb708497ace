using System.Text.Json;

namespace GridMap.Platform.Files;

/// <summary>Writes a GeoJSON FeatureCollection (RFC 7946): longitude before latitude, degrees of WGS 84.</summary>
public static class GeoJsonFile
{
    public const string MediaType = "application/geo+json";

    /// <param name="writeGeometry">Writes one value: a geometry, or null where there is none.</param>
    /// <param name="writeProperties">Writes members into the open object of properties.</param>
    /// <param name="idOf">Null: the features have no ids.</param>
    /// <param name="members">Further members of the collection, which RFC 7946 allows.</param>
    public static byte[] Write<T>(
        IEnumerable<T> items,
        Action<Utf8JsonWriter, T> writeGeometry,
        Action<Utf8JsonWriter, T> writeProperties,
        Func<T, int>? idOf = null,
        params ReadOnlySpan<(string Name, string Value)> members)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "FeatureCollection"u8);
            foreach (var (name, value) in members)
            {
                json.WriteString(name, value);
            }

            json.WriteStartArray("features"u8);
            foreach (var item in items)
            {
                json.WriteStartObject();
                json.WriteString("type"u8, "Feature"u8);
                if (idOf is not null)
                {
                    json.WriteNumber("id"u8, idOf(item));
                }

                json.WritePropertyName("geometry"u8);
                writeGeometry(json, item);
                json.WriteStartObject("properties"u8);
                writeProperties(json, item);
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>A member with a number, or with null where it is not known.</summary>
    public static void WriteNumberOrNull(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
