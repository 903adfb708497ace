using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using GridMap.GraphQL.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GridMap.GraphQL.Tests.Http;

/// <summary>A server with a small schema on a port of its own.</summary>
public sealed class TestApi : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _client = new();

    private TestApi(WebApplication app) => _app = app;

    public Uri Address => new($"{_app.Urls.First()}/graphql");

    /// <summary>What the server has logged as an error or worse.</summary>
    public required FaultLog Faults { get; init; }

    public static Task<TestApi> StartAsync(Action<GraphQLHttpOptions>? configure = null, params KeyValuePair<string, string?>[] settings) =>
        StartAsync(TestSchema.Subject, configure, settings);

    public static async Task<TestApi> StartAsync(
        GraphQLSubject subject, Action<GraphQLHttpOptions>? configure = null, params KeyValuePair<string, string?>[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddGraphQLSubject(subject);
        builder.Services.AddGraphQL(configure);
        builder.Logging.ClearProviders();
        var faults = new FaultLog();
        builder.Logging.AddProvider(faults);
        var api = new TestApi(builder.Build()) { Faults = faults };
        api._app.MapGraphQL("/graphql");
        await api._app.StartAsync();
        return api;
    }

    /// <summary>A query or mutation as clients send it.</summary>
    public Task<Answer> AskAsync(string query, object? variables = null) => PostAsync(JsonSerializer.Serialize(new { query, variables }));

    public Task<Answer> PostAsync(string body, string? contentType = "application/json", string? accept = null, params (string Name, string Value)[] headers) =>
        PostAsync(new ByteArrayContent(Encoding.UTF8.GetBytes(body)), contentType, accept, headers);

    public Task<Answer> PostAsync(HttpContent body, string? contentType = "application/json", string? accept = null, params (string Name, string Value)[] headers)
    {
        body.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, Address) { Content = body }, accept, headers);
    }

    /// <param name="parameters">The query string, escaped.</param>
    public Task<Answer> GetAsync(string parameters, string? accept = null, params (string Name, string Value)[] headers) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, $"{Address}?{parameters}"), accept, headers);

    public async Task<Answer> SendAsync(HttpRequestMessage request, string? accept = null, params (string Name, string Value)[] headers)
    {
        using var answer = await SendAsync(request, HttpCompletionOption.ResponseContentRead, accept, headers);
        return await Answer.ReadAsync(answer);
    }

    public Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, HttpCompletionOption completion, string? accept = null, params (string Name, string Value)[] headers)
    {
        foreach (var (name, value) in (IEnumerable<(string, string)>)(accept is null ? headers : [.. headers, ("Accept", accept)]))
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value) || request.Content!.Headers.TryAddWithoutValidation(name, value));
        }

        return _client.SendAsync(request, completion);
    }

    /// <summary>The events of a stream as they are sent.</summary>
    public async Task<StreamReader> StreamAsync(string query, CancellationToken cancellationToken = default)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Address)
        {
            Content = new StringContent(JsonSerializer.Serialize(new { query }), Encoding.UTF8, "application/json"),
        };
        var answer = await SendAsync(request, HttpCompletionOption.ResponseHeadersRead, "text/event-stream");
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.ToString());
        return new StreamReader(await answer.Content.ReadAsStreamAsync(cancellationToken));
    }

    public async Task<TestSocket> OpenAsync(params (string Name, string Value)[] headers)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        foreach (var (name, value) in headers)
        {
            socket.Options.SetRequestHeader(name, value);
        }

        await socket.ConnectAsync(new UriBuilder(Address) { Scheme = "ws" }.Uri, CancellationToken.None);
        return new TestSocket(socket);
    }

    /// <summary>A socket that is acknowledged.</summary>
    public async Task<TestSocket> BeginAsync()
    {
        var socket = await OpenAsync();
        await socket.SendAsync("""{"type":"connection_init"}""");
        Assert.Equal("""{"type":"connection_ack"}""", await socket.ReceiveAsync());
        return socket;
    }

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }
}
