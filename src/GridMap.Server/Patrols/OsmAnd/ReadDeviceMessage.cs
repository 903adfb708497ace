using System.Buffers;
using GridMap.Core;
using GridMap.Platform.Api;
using Microsoft.AspNetCore.Http.Features;

namespace GridMap.Server.Patrols.OsmAnd;

/// <summary>Reads a device's message from the query, a form, or JSON.</summary>
public static class ReadDeviceMessage
{
    public const int MaxBodyBytes = 16 * 1024;

    private static readonly Refusal Repeated = new("FIELD_REPEATED", "Send each field once.", "每个字段只能出现一次。");

    private static readonly FormOptions Limits = new()
    {
        ValueCountLimit = 64,
        KeyLengthLimit = 64,
        ValueLengthLimit = 1024,
        MultipartBodyLengthLimit = MaxBodyBytes,
        MemoryBufferThreshold = MaxBodyBytes,
    };

    public static async Task<Result<DeviceMessage>> RunAsync(HttpRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = MaxBodyBytes;
        }

        if (HttpMethods.IsPost(request.Method) && request.HasFormContentType)
        {
            return await RequestForm.ReadAsync(request, Limits, form => Parse(request.Query, form, now), cancellationToken);
        }

        if (HttpMethods.IsPost(request.Method) && request.HasJsonContentType())
        {
            var fields = ReadDeviceJson.Run(await ReadBodyAsync(request, cancellationToken));
            return fields.Refusal is { } broken ? broken : DeviceMessage.Parse(fields.Value, 1, now);
        }

        return Parse(request.Query, [], now);
    }

    private static Result<DeviceMessage> Parse(
        IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> query,
        IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> form,
        DateTimeOffset now)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, values) in query.Concat(form))
        {
            if (values.Count > 1 || !fields.TryAdd(name.ToLowerInvariant(), values.ToString()))
            {
                return Repeated;
            }
        }

        return DeviceMessage.Parse(fields, DeviceMessage.Knots, now);
    }

    private static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken);
            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return body;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
