using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace GridMap.Platform.Live;

/// <summary>
/// The hub protocol `gridmap`: the messages of the JSON protocol as they are, except for a frame with a packed form. That is the byte 1, the length
/// of what follows (uint32), the length of the invocation's id (one byte), the id, and the packed bytes. JSON begins with a brace, so the first byte tells.
/// </summary>
public sealed class PackedHubProtocol : IHubProtocol
{
    private const byte Mark = 1;
    private const int HeadBytes = 6;

    private static readonly PackedHubProtocol Shared = new();

    private readonly JsonHubProtocol _json = new();

    public string Name => "gridmap";

    public int Version => 1;

    public TransferFormat TransferFormat => TransferFormat.Binary;

    /// <summary>A frame as an item of a stream.</summary>
    internal static ReadOnlyMemory<byte> ItemBytes(string streamId, LiveFrame frame) => Shared.GetMessageBytes(new StreamItemMessage(streamId, frame));

    public bool IsVersionSupported(int version) => version == Version;

    public bool TryParseMessage(ref ReadOnlySequence<byte> input, IInvocationBinder binder, [NotNullWhen(true)] out HubMessage? message) =>
        _json.TryParseMessage(ref input, binder, out message);

    public void WriteMessage(HubMessage message, IBufferWriter<byte> output)
    {
        if (message is StreamItemMessage { Item: LiveFrame { Packed.IsEmpty: false } frame, InvocationId: { Length: <= byte.MaxValue } id } && Ascii.IsValid(id))
        {
            // In one piece: what lies in one segment leaves as one frame of the socket.
            var span = output.GetSpan(HeadBytes + id.Length + frame.Packed.Length);
            output.Advance(Write(span, id, frame.Packed.Span));
        }
        else
        {
            _json.WriteMessage(message, output);
        }
    }

    public ReadOnlyMemory<byte> GetMessageBytes(HubMessage message)
    {
        var bytes = new ArrayBufferWriter<byte>();
        WriteMessage(message, bytes);
        return bytes.WrittenMemory;
    }

    private static int Write(Span<byte> span, string id, ReadOnlySpan<byte> packed)
    {
        span[0] = Mark;
        BinaryPrimitives.WriteUInt32LittleEndian(span[1..], (uint)(1 + id.Length + packed.Length));
        span[5] = (byte)id.Length;
        Encoding.ASCII.GetBytes(id, span[HeadBytes..]);
        packed.CopyTo(span[(HeadBytes + id.Length)..]);
        return HeadBytes + id.Length + packed.Length;
    }
}
