using System.Text.Json;
using System.Text.Json.Serialization;

namespace GridMap.Core.Geography;

/// <summary>Bounds as GeoJSON's `bbox`: four numbers, west and south first.</summary>
public sealed class BoundsJsonConverter : JsonConverter<Bounds>
{
    public override Bounds Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var numbers = JsonSerializer.Deserialize<double[]>(ref reader, options);
        return numbers is [var west, var south, var east, var north]
            ? new Bounds(west, south, east, north)
            : throw new JsonException("Bounds are four numbers: [west, south, east, north].");
    }

    public override void Write(Utf8JsonWriter writer, Bounds value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.West);
        writer.WriteNumberValue(value.South);
        writer.WriteNumberValue(value.East);
        writer.WriteNumberValue(value.North);
        writer.WriteEndArray();
    }
}
