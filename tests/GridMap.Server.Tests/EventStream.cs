using System.Net.Http.Json;
using System.Text.Json;

namespace GridMap.Server.Tests;

/// <summary>A subscription over server-sent events, read one event at a time.</summary>
internal sealed class EventStream : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HttpResponseMessage _answer;
    private readonly StreamReader _reader;

    private EventStream(HttpResponseMessage answer, Stream body) => (_answer, _reader) = (answer, new StreamReader(body));

    public static async Task<EventStream> SubscribeAsync(HttpClient client, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query }) };
        request.Headers.Accept.ParseAdd("text/event-stream");
        var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new EventStream(answer, await answer.Content.ReadAsStreamAsync());
    }

    /// <summary>The answer of the next event; null when the stream has ended.</summary>
    public async Task<JsonElement?> NextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await _reader.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("data: {", StringComparison.Ordinal))
            {
                return JsonDocument.Parse(line["data: ".Length..]).RootElement;
            }
        }

        return null;
    }

    /// <summary>A field of the data of the next event, which must have no errors.</summary>
    public async Task<JsonElement> NextAsync(string field)
    {
        var answer = await NextAsync() ?? throw new InvalidOperationException("The stream has ended.");
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data").GetProperty(field);
    }

    public void Dispose()
    {
        _reader.Dispose();
        _answer.Dispose();
    }
}
