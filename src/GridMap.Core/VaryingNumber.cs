namespace GridMap.Core;

/// <summary>Whole numbers in as few bytes as they need: seven bits a byte, the lowest first; the eighth says that more follow.</summary>
public static class VaryingNumber
{
    /// <summary>No number takes more bytes.</summary>
    public const int Longest = 5;

    /// <summary>Writes a number and answers how many bytes it took.</summary>
    public static int Write(Span<byte> bytes, uint number)
    {
        var length = 0;
        for (; number >= 0x80; number >>= 7)
        {
            bytes[length++] = (byte)(number | 0x80);
        }

        bytes[length++] = (byte)number;
        return length;
    }

    /// <summary>The same for a number with a sign, which goes into the lowest bit, so that small differences stay short either way.</summary>
    public static int WriteSigned(Span<byte> bytes, int number) => Write(bytes, (uint)((number << 1) ^ (number >> 31)));
}
