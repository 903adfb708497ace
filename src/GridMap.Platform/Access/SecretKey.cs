using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace GridMap.Platform.Access;

/// <summary>SHA-256 of a key: what is stored and looked up instead of it. A key has 256 random bits, so no salt and no slow hash is needed.</summary>
public readonly record struct KeyHash(UInt128 First, UInt128 Second)
{
    public byte[] ToBytes()
    {
        var bytes = new byte[32];
        MemoryMarshal.Write(bytes, First);
        MemoryMarshal.Write(bytes.AsSpan(16), Second);
        return bytes;
    }
}

/// <summary>The keys of sessions and service tokens.</summary>
public static class SecretKey
{
    public const string TokenPrefix = "gm_";

    private const int Bytes = 32;
    private const int Characters = 43;

    public static string Create(string prefix = "") => prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Null for a text that cannot be a key.</summary>
    public static KeyHash? Hash(string text, string prefix = "") =>
        text.Length == prefix.Length + Characters && text.StartsWith(prefix, StringComparison.Ordinal) ? HashOf(text) : null;

    public static KeyHash HashOf(string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(key), hash);
        return new KeyHash(MemoryMarshal.Read<UInt128>(hash), MemoryMarshal.Read<UInt128>(hash[16..]));
    }
}
