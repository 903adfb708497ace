using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace GridMap.GraphQL.Execution.Plans;

/// <summary>
/// Prepared documents by their text, within limits: two generations, of which the older is dropped when the younger is full, so that what is in use
/// stays and a flood of new documents costs no more than itself.
/// </summary>
internal sealed class DocumentCache(int mostDocuments, int mostBytes)
{
    private readonly Lock _gate = new();
    private Generation _young = new();
    private Generation _old = new();

    public bool TryFind(ReadOnlyMemory<byte> text, [NotNullWhen(true)] out PreparedDocument? document)
    {
        if (_young.Documents.TryGetValue(text, out document))
            return true;

        if (!_old.Documents.TryGetValue(text, out document))
            return false;

        Add(document.Document!.Source.Text, document);
        return true;
    }

    public void Add(ReadOnlyMemory<byte> text, PreparedDocument document)
    {
        lock (_gate)
        {
            if (_young.Documents.Count >= mostDocuments / 2 || _young.Bytes + text.Length > mostBytes / 2)
            {
                (_young, _old) = (new Generation(), _young);
            }

            if (text.Length <= mostBytes / 2 && _young.Documents.TryAdd(text, document))
            {
                _young.Bytes += text.Length;
            }
        }
    }

    private sealed class Generation
    {
        public ConcurrentDictionary<ReadOnlyMemory<byte>, PreparedDocument> Documents { get; } = new(ByText.Instance);

        public int Bytes { get; set; }
    }

    private sealed class ByText : IEqualityComparer<ReadOnlyMemory<byte>>
    {
        public static ByText Instance { get; } = new();

        public bool Equals(ReadOnlyMemory<byte> x, ReadOnlyMemory<byte> y) => x.Span.SequenceEqual(y.Span);

        public int GetHashCode(ReadOnlyMemory<byte> obj)
        {
            var hash = new HashCode();
            hash.AddBytes(obj.Span);
            return hash.ToHashCode();
        }
    }
}
