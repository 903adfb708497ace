using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace GridMap.Server.Tests;

/// <summary>A subscription over server-sent events, as a browser holds one.</summary>
internal sealed class GraphQLEvents : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly HttpResponseMessage _answer;
    private readonly StreamReader _lines;

    private GraphQLEvents(HttpResponseMessage answer, StreamReader lines) => (_answer, _lines) = (answer, lines);

    public static async Task<GraphQLEvents> OpenAsync(HttpClient client, string query, object? variables = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new GraphQLEvents(answer, new StreamReader(await answer.Content.ReadAsStreamAsync()));
    }

    /// <summary>The next whole response; null when the stream is complete.</summary>
    public async Task<JsonElement?> NextAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        var isNext = false;
        while (await _lines.ReadLineAsync(limit.Token) is { } line)
        {
            if (isNext && line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return JsonDocument.Parse(line["data: ".Length..]).RootElement;
            }

            isNext = line == "event: next";
            if (line == "event: complete")
            {
                return null;
            }
        }

        return null;
    }

    public ValueTask DisposeAsync()
    {
        _lines.Dispose();
        _answer.Dispose();
        return ValueTask.CompletedTask;
    }
}
