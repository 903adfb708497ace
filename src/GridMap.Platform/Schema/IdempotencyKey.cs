using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GridMap.Core;
using GridMap.Core.Access;

namespace GridMap.Platform.Schema;

/// <summary>The key under which a caller may send the same change again and have it made once; keys of different callers are different keys.</summary>
public static class IdempotencyKey
{
    public const int Shortest = 8;
    public const int Longest = 128;

    private static readonly Refusal Malformed = new(
        "IDEMPOTENCY_KEY_MALFORMED",
        $"Send a key of {Shortest} to {Longest} printable ASCII characters, a new one for each change, such as a UUID.",
        $"idempotencyKey 须为 {Shortest} 至 {Longest} 个可见 ASCII 字符，每次变更使用新值，例如 UUID。");

    /// <summary>For a key that came with something else before.</summary>
    public static Refusal Reused { get; } = new(
        "IDEMPOTENCY_KEY_REUSED", "This key came with another request before: send a new key with a new request.", "该 idempotencyKey 已用于另一请求：新请求请使用新的值。");

    /// <summary>The key as it is stored.</summary>
    public static Result<string> Parse(string text, Caller caller) =>
        text.Length is >= Shortest and <= Longest && text.All(character => character is > ' ' and <= '~')
            ? string.Create(CultureInfo.InvariantCulture, $"graphql:{caller.Kind}:{caller.Id}:{text}")
            : Malformed;

    /// <summary>Tells two requests with the same key apart: SHA-256 of all that was sent, each part with its length before it.</summary>
    public static byte[] Digest(params ReadOnlySpan<string?> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part ?? "");
            BinaryPrimitives.WriteInt32LittleEndian(length, part is null ? -1 : bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return hash.GetHashAndReset();
    }
}
