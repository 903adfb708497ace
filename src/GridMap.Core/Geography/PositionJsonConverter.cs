using System.Text.Json;
using System.Text.Json.Serialization;

namespace GridMap.Core.Geography;

/// <summary>A position as in GeoJSON: two numbers, longitude first.</summary>
public sealed class PositionJsonConverter : JsonConverter<Position>
{
    public override Position Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var numbers = JsonSerializer.Deserialize<double[]>(ref reader, options);
        return numbers is [var longitude, var latitude]
            ? new Position(longitude, latitude)
            : throw new JsonException("A position is two numbers: [longitude, latitude].");
    }

    public override void Write(Utf8JsonWriter writer, Position value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Longitude);
        writer.WriteNumberValue(value.Latitude);
        writer.WriteEndArray();
    }
}
