using System.Buffers;
using System.IO.Pipelines;

namespace GridMap.GraphQL.Http.Answers;

/// <summary>Writes server-sent events.</summary>
internal sealed class EventStream(PipeWriter output)
{
    /// <summary>A response as JSON, which is one line.</summary>
    public ValueTask<FlushResult> NextAsync(ReadOnlyMemory<byte> response, CancellationToken cancellationToken)
    {
        output.Write("event: next\ndata: "u8);
        output.Write(response.Span);
        output.Write("\n\n"u8);
        return output.FlushAsync(cancellationToken);
    }

    /// <summary>With empty data, without which browsers do not tell of the event.</summary>
    public ValueTask<FlushResult> CompleteAsync(CancellationToken cancellationToken)
    {
        output.Write("event: complete\ndata:\n\n"u8);
        return output.FlushAsync(cancellationToken);
    }

    /// <summary>A comment, which clients pass over.</summary>
    public ValueTask<FlushResult> HeartbeatAsync(CancellationToken cancellationToken)
    {
        output.Write(":\n\n"u8);
        return output.FlushAsync(cancellationToken);
    }
}
