using System.Buffers;
using System.Text.Json;

namespace GridMap.Platform.Live;

/// <summary>Why a client has to read the current state anew.</summary>
public enum ResyncReason
{
    NoCursor,
    CursorTooOld,
    OtherDatabase,
    SlowClient,
}

/// <summary>Encodes the frames of docs/interfaces.md.</summary>
internal static class LiveFrames
{
    public static LiveFrame Welcome(ChangeCursor cursor, DateTimeOffset serverTime, string connectionId) => Encode("welcome", writer =>
    {
        writer.WriteString("cursor", cursor.ToString());
        writer.WriteString("serverTime", serverTime);
        writer.WriteString("epoch", cursor.Epoch);
        writer.WriteString("connectionId", connectionId);
    });

    public static LiveFrame Resync(ChangeCursor cursor, ResyncReason reason) => Encode("resync", writer =>
    {
        writer.WriteString("cursor", cursor.ToString());
        writer.WriteString("reason", Name(reason));
    });

    public static LiveFrame Bye(LiveEnd end) => Encode("bye", writer => writer.WriteString("reason", Name(end)));

    public static LiveFrame Heartbeat(ChangeCursor cursor, DateTimeOffset serverTime) => Encode("heartbeat", writer =>
    {
        writer.WriteString("cursor", cursor.ToString());
        writer.WriteString("serverTime", serverTime);
    });

    public static LiveFrame Changes(ChangeCursor cursor, IEnumerable<ReadOnlyMemory<byte>> items) => Encode("changes", writer =>
    {
        writer.WriteString("cursor", cursor.ToString());
        writer.WriteStartArray("items");
        foreach (var item in items)
        {
            writer.WriteRawValue(item.Span, skipInputValidation: true);
        }

        writer.WriteEndArray();
    });

    /// <summary>The JSON form of packed positions.</summary>
    public static ReadOnlyMemory<byte> Positions(DateTimeOffset time, int count, ReadOnlySpan<byte> packed)
    {
        var buffer = new ArrayBufferWriter<byte>(packed.Length * 4 / 3 + 128);
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writer.WriteString("kind", "positions");
        writer.WriteString("time", time);
        writer.WriteNumber("count", count);
        writer.WriteBase64String("data", packed);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    public static LiveFrame Gone(IEnumerable<uint> ids) => Encode("gone", writer =>
    {
        writer.WriteStartArray("ids");
        foreach (var id in ids)
        {
            writer.WriteNumberValue(id);
        }

        writer.WriteEndArray();
    });

    public static ReadOnlyMemory<byte> Item(ChangeItem item)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writer.WriteString("topic", item.Topic);
        writer.WriteString("id", item.Id);
        writer.WriteString("op", item.Operation == ChangeOperation.Delete ? "delete" : "upsert");
        if (item.Data is not null)
        {
            writer.WritePropertyName("data");
            writer.WriteRawValue(item.Data);
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    private static string Name(ResyncReason reason) => reason switch
    {
        ResyncReason.NoCursor => "no_cursor",
        ResyncReason.CursorTooOld => "cursor_too_old",
        ResyncReason.OtherDatabase => "other_database",
        ResyncReason.SlowClient => "slow_client",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };

    private static string Name(LiveEnd end) => end switch
    {
        LiveEnd.SignedOut => "signed_out",
        LiveEnd.AccessChanged => "access_changed",
        _ => throw new ArgumentOutOfRangeException(nameof(end), end, null),
    };

    private static LiveFrame Encode(string kind, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writer.WriteString("kind", kind);
        write(writer);
        writer.WriteEndObject();
        writer.Flush();
        return new LiveFrame(buffer.WrittenMemory);
    }
}
