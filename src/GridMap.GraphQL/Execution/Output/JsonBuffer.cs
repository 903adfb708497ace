using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace GridMap.GraphQL.Execution.Output;

/// <summary>UTF-8 JSON in a pooled array that can be taken back: what was written for a value that turned out to be null is cut off again.</summary>
internal sealed class JsonBuffer(int maxLength) : IBufferWriter<byte>, IDisposable
{
    private const int FirstCapacity = 16 * 1024;
    private const int LargestKept = 256 * 1024;
    private const int DecimalPlaces = 7;
    private const long DecimalScale = 10_000_000;
    private const double SmallestDecimal = 1000;
    private const double LargestDecimal = 1e15;

    // All that JSON wants escaped; everything else goes out as it is.
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000A\u000B\u000C\u000D\u000E\u000F" +
        "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(FirstCapacity);
    private Utf8JsonWriter? _writer;

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    /// <summary>A value may go over the limit before the buffer has to grow; this is looked at when all is written.</summary>
    public void ThrowIfTooLong()
    {
        if (Length > maxLength)
            throw new ResponseTooLargeException($"The response is larger than {maxLength} bytes.");
    }

    /// <summary>Takes back everything behind the first `length` bytes.</summary>
    public void Truncate(int length) => Length = length;

    /// <summary>Forgets all; an array that grew large goes back to where others can have it.</summary>
    public void Clear()
    {
        Length = 0;
        if (_bytes.Length > LargestKept)
        {
            Dispose();
        }
    }

    public void WriteRaw(ReadOnlySpan<byte> json)
    {
        json.CopyTo(Free(json.Length));
        Length += json.Length;
    }

    public void WriteRaw(byte json)
    {
        Free(1)[0] = json;
        Length++;
    }

    public void WriteString(string value)
    {
        var special = value.AsSpan().IndexOfAny(Escaped);
        if (special >= 0)
        {
            WriteEscaped(value);
            return;
        }

        var free = Free((value.Length * 3) + 2);
        free[0] = (byte)'"';
        Utf8.FromUtf16(value, free[1..], out _, out var written);
        free[written + 1] = (byte)'"';
        Length += written + 2;
    }

    public void WriteInteger(long value)
    {
        Utf8Formatter.TryFormat(value, Free(20), out var written);
        Length += written;
    }

    public void WriteBoolean(bool value) => WriteRaw(value ? "true"u8 : "false"u8);

    /// <summary>A finite number in the shortest form that reads back as the same.</summary>
    public void WriteDouble(double value)
    {
        // Of at most 15 digits only one number reads back as a double: so a decimal of seven places, as coordinates are, is found without a search.
        var scaled = value * DecimalScale;
        if (Math.Abs(scaled) is >= SmallestDecimal and < LargestDecimal)
        {
            var digits = (long)Math.Round(scaled);
            if (digits / (double)DecimalScale == value)
            {
                WriteDecimal(digits);
                return;
            }
        }

        value.TryFormat(Free(32), out var written, default, CultureInfo.InvariantCulture);
        Length += written;
    }

    public void WriteQuoted<T>(T value, string format = "")
        where T : IUtf8SpanFormattable
    {
        var free = Free(66);
        free[0] = (byte)'"';
        value.TryFormat(free[1..], out var written, format, CultureInfo.InvariantCulture);
        free[written + 1] = (byte)'"';
        Length += written + 2;
    }

    /// <summary>A moment as RFC 3339 has it: no zeros at the end of the fraction, `Z` for no offset.</summary>
    public void WriteMoment(DateTimeOffset value)
    {
        const int SecondsEnd = 19;
        const int FractionEnd = 27;
        var free = Free(40);
        free[0] = (byte)'"';
        var text = free[1..];
        value.TryFormat(text, out var written, "O", CultureInfo.InvariantCulture);
        var end = text[..FractionEnd].TrimEnd((byte)'0').Length;
        end = end == SecondsEnd + 1 ? SecondsEnd : end;
        var offset = value.Offset == TimeSpan.Zero ? "Z"u8 : text[FractionEnd..written];
        offset.CopyTo(text[end..]);
        text[end + offset.Length] = (byte)'"';
        Length += end + offset.Length + 2;
    }

    public void WriteNull() => WriteRaw("null"u8);

    /// <summary>A writer for one value; what it wrote is in the buffer once it is flushed.</summary>
    public Utf8JsonWriter ValueWriter()
    {
        if (_writer is null)
        {
            return _writer = new Utf8JsonWriter(this, Relaxed);
        }

        _writer.Reset();
        return _writer;
    }

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Free(Math.Max(sizeHint, 256));
        return _bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void Dispose()
    {
        var bytes = _bytes;
        _bytes = [];
        Length = 0;
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>A whole number of ten-millionths, without zeros at the end.</summary>
    private void WriteDecimal(long digits)
    {
        if (digits < 0)
        {
            WriteRaw((byte)'-');
        }

        var (whole, fraction) = Math.DivRem(Math.Abs(digits), DecimalScale);
        WriteInteger(whole);
        if (fraction == 0)
            return;

        var free = Free(DecimalPlaces + 1);
        free[0] = (byte)'.';
        for (var place = DecimalPlaces; place > 0; place--)
        {
            (fraction, var digit) = Math.DivRem(fraction, 10);
            free[place] = (byte)('0' + digit);
        }

        Length += free[..(DecimalPlaces + 1)].TrimEnd((byte)'0').Length;
    }

    private void WriteEscaped(string value)
    {
        var writer = ValueWriter();
        writer.WriteStringValue(value);
        writer.Flush();
    }

    private Span<byte> Free(int count)
    {
        if (_bytes.Length - Length < count)
        {
            Grow(count);
        }

        return _bytes.AsSpan(Length);
    }

    private void Grow(int count)
    {
        var needed = (long)Length + count;
        ThrowIfTooLong();
        if (needed > Array.MaxLength)
            throw new ResponseTooLargeException($"The response is larger than {maxLength} bytes.");

        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Array.MaxLength, Math.Max(needed, Math.Max(FirstCapacity, _bytes.Length * 2L))));
        _bytes.AsSpan(0, Length).CopyTo(larger);
        var former = _bytes;
        _bytes = larger;
        if (former.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(former);
        }
    }
}

/// <summary>A response grew over the limit of `GraphQLOptions.MaxResponseBytes`.</summary>
internal sealed class ResponseTooLargeException(string message) : Exception(message);
