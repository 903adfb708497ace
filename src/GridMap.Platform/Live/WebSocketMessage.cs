using System.Buffers.Binary;

namespace GridMap.Platform.Live;

/// <summary>Messages of a WebSocket as a server writes them (RFC 6455, 5.2): binary, in one frame, not masked.</summary>
internal static class WebSocketMessage
{
    private const byte FinalBinary = 0x82;
    private const int LongestShort = 125;
    private const byte TwoBytesFollow = 126;
    private const byte EightBytesFollow = 127;

    public static byte[] Frame(ReadOnlySpan<byte> payload)
    {
        var headBytes = payload.Length <= LongestShort ? 2 : payload.Length <= ushort.MaxValue ? 4 : 10;
        var frame = new byte[headBytes + payload.Length];
        frame[0] = FinalBinary;
        switch (headBytes)
        {
            case 2:
                frame[1] = (byte)payload.Length;
                break;
            case 4:
                frame[1] = TwoBytesFollow;
                BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(2), (ushort)payload.Length);
                break;
            default:
                frame[1] = EightBytesFollow;
                BinaryPrimitives.WriteUInt64BigEndian(frame.AsSpan(2), (ulong)payload.Length);
                break;
        }

        payload.CopyTo(frame.AsSpan(headBytes));
        return frame;
    }
}
