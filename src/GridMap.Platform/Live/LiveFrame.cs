using System.Text.Json;
using System.Text.Json.Serialization;

namespace GridMap.Platform.Live;

/// <summary>One frame of the live feed, encoded once and written as it is to every connection it concerns.</summary>
[JsonConverter(typeof(Converter))]
public sealed class LiveFrame(ReadOnlyMemory<byte> json)
{
    public ReadOnlyMemory<byte> Json { get; } = json;

    internal sealed class Converter : JsonConverter<LiveFrame>
    {
        public override LiveFrame Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Frames are only sent.");

        public override void Write(Utf8JsonWriter writer, LiveFrame value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.Json.Span, skipInputValidation: true);
    }
}
