using System.Text.Json;
using System.Text.Json.Serialization;

namespace GridMap.Core.Geography;

/// <summary>A lattice point as two whole numbers of steps, longitude first.</summary>
public sealed class LatticePointJsonConverter : JsonConverter<LatticePoint>
{
    public override LatticePoint Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Unfit();
        }

        reader.Read();
        var x = reader.GetInt32();
        reader.Read();
        var y = reader.GetInt32();
        reader.Read();
        return reader.TokenType == JsonTokenType.EndArray ? new LatticePoint(x, y) : throw Unfit();
    }

    public override void Write(Utf8JsonWriter writer, LatticePoint value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.X);
        writer.WriteNumberValue(value.Y);
        writer.WriteEndArray();
    }

    private static JsonException Unfit() => new("A lattice point is two whole numbers: [x, y].");
}
