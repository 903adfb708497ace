using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using GridMap.GraphQL.Errors;

namespace GridMap.GraphQL.Execution.Output;

/// <summary>The response as a map (specification, section 7.1): errors first, so that a reader sees them before data that may lack something.</summary>
internal static class ResponseFormat
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(IReadOnlyList<GraphQLError> errors, ReadOnlySpan<byte> data, IBufferWriter<byte> output)
    {
        if (errors.Count == 0)
        {
            output.Write("{\"data\":"u8);
        }
        else
        {
            WriteOpen(errors, output);
            output.Write(",\"data\":"u8);
        }

        output.Write(data);
        output.Write("}"u8);
    }

    public static void WriteErrors(IReadOnlyList<GraphQLError> errors, IBufferWriter<byte> output)
    {
        WriteOpen(errors, output);
        output.Write("}"u8);
    }

    private static void WriteOpen(IReadOnlyList<GraphQLError> errors, IBufferWriter<byte> output)
    {
        using var writer = new Utf8JsonWriter(output, Relaxed);
        writer.WriteStartObject();
        ErrorFormat.WriteErrors(writer, errors);
        writer.Flush();
    }
}
