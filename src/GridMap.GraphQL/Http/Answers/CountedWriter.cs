using System.Buffers;

namespace GridMap.GraphQL.Http.Answers;

/// <summary>Counts what is written, so that the length of an answer can be told before it is sent.</summary>
internal sealed class CountedWriter(IBufferWriter<byte> output) : IBufferWriter<byte>
{
    public long Count { get; private set; }

    public void Advance(int count)
    {
        output.Advance(count);
        Count += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0) => output.GetMemory(sizeHint);

    public Span<byte> GetSpan(int sizeHint = 0) => output.GetSpan(sizeHint);
}
