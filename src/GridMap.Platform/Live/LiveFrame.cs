using System.Text.Json;
using System.Text.Json.Serialization;

namespace GridMap.Platform.Live;

/// <summary>One frame of the live feed, encoded once and written as it is to every connection it concerns.</summary>
[JsonConverter(typeof(Converter))]
public sealed class LiveFrame
{
    private readonly Lazy<ReadOnlyMemory<byte>> _json;
    private SocketForm? _onSocket;

    public LiveFrame(ReadOnlyMemory<byte> json) => _json = new Lazy<ReadOnlyMemory<byte>>(json);

    /// <summary>A frame that has a packed form; the JSON is made when the first connection asks for it.</summary>
    public LiveFrame(ReadOnlyMemory<byte> packed, Func<ReadOnlyMemory<byte>> json) => (Packed, _json) = (packed, new Lazy<ReadOnlyMemory<byte>>(json));

    /// <summary>Empty for a frame that is only JSON.</summary>
    public ReadOnlyMemory<byte> Packed { get; }

    public ReadOnlyMemory<byte> Json => _json.Value;

    /// <summary>The frame as a binary message of a WebSocket, an item of a stream of the hub. Made once: clients give their streams the same id.</summary>
    public ReadOnlyMemory<byte> OnSocket(string streamId)
    {
        if (_onSocket is not { } form || form.StreamId != streamId)
        {
            _onSocket = form = new SocketForm(streamId, WebSocketMessage.Frame(PackedHubProtocol.ItemBytes(streamId, this).Span));
        }

        return form.Bytes;
    }

    private sealed record SocketForm(string StreamId, ReadOnlyMemory<byte> Bytes);

    internal sealed class Converter : JsonConverter<LiveFrame>
    {
        public override LiveFrame Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Frames are only sent.");

        public override void Write(Utf8JsonWriter writer, LiveFrame value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.Json.Span, skipInputValidation: true);
    }
}
