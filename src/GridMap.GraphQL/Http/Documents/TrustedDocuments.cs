using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace GridMap.GraphQL.Http.Documents;

/// <summary>
/// Documents known before any request (GraphQL over HTTP, "Persisted Documents"), by `sha256:` and the hash of their text.
/// Clients never add to them.
/// </summary>
internal sealed class TrustedDocuments
{
    private const string Prefix = "sha256:";

    private readonly FrozenDictionary<string, ReadOnlyMemory<byte>> _documents;

    private TrustedDocuments(IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> documents) =>
        _documents = documents.ToFrozenDictionary(StringComparer.Ordinal);

    public static TrustedDocuments None { get; } = new([]);

    /// <summary>Reads `{"hash": "document"}`; a hash that is not its document's is a fault of who made the file.</summary>
    public static TrustedDocuments Load(string file)
    {
        var manifest = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(file))
            ?? throw new InvalidDataException($"{file} holds no trusted documents.");
        return new TrustedDocuments(manifest.Select(entry => Read(file, entry.Key, Encoding.UTF8.GetBytes(entry.Value))));
    }

    public bool TryFind(string documentId, out ReadOnlyMemory<byte> text) => _documents.TryGetValue(documentId, out text);

    public static string IdOf(ReadOnlySpan<byte> document) => Prefix + Convert.ToHexStringLower(SHA256.HashData(document));

    private static KeyValuePair<string, ReadOnlyMemory<byte>> Read(string file, string hash, byte[] document)
    {
        var id = hash.StartsWith(Prefix, StringComparison.Ordinal) ? hash : Prefix + hash;
        return id == IdOf(document)
            ? new(id, document)
            : throw new InvalidDataException($"{file}: {hash} is not the SHA-256 of its document, which is {IdOf(document)}.");
    }
}
