using System.Net.WebSockets;

namespace GridMap.GraphQL.Tests.Http;

/// <summary>What a page of another origin can make a visitor's browser do here: nothing.</summary>
public sealed class OriginRuleTests : IAsyncLifetime
{
    private const string Query = """{"query":"{ greeting }"}""";

    private TestApi _api = null!;

    public async Task InitializeAsync() => _api = await TestApi.StartAsync(options => options.AllowedOrigins = ["https://desk.example.org"]);

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Theory]
    [InlineData("https://evil.example", 403)]
    [InlineData("null", 403)]
    [InlineData("file://", 403)]
    [InlineData("https://desk.example.org", 200)]
    [InlineData("https://desk.example.org.evil.example", 403)]
    [InlineData("http://localhost:5173", 200)]
    public async Task A_POST_with_a_cookie_comes_from_a_page_that_may(string origin, int status)
    {
        Assert.Equal(status, (await _api.PostAsync(Query, headers: [("Cookie", "session=1"), ("Origin", origin)])).Status);
        Assert.Equal(200, (await _api.PostAsync(Query, headers: ("Origin", origin))).Status);
    }

    [Fact]
    public async Task A_POST_from_our_own_page_runs() =>
        Assert.Equal(200, (await _api.PostAsync(Query, headers: [("Cookie", "session=1"), ("Origin", $"http://{_api.Address.Authority}")])).Status);

    [Theory]
    [InlineData(null, null, 403)]
    [InlineData("Sec-Fetch-Site", "cross-site", 403)]
    [InlineData("Sec-Fetch-Site", "same-site", 403)]
    [InlineData("Sec-Fetch-Site", "same-origin", 200)]
    [InlineData("Sec-Fetch-Site", "none", 200)]
    [InlineData("GraphQL-Preflight", "1", 200)]
    [InlineData("Apollo-Require-Preflight", "true", 200)]
    [InlineData("Origin", "https://desk.example.org", 200)]
    [InlineData("Origin", "https://evil.example", 403)]
    public async Task A_GET_with_a_cookie_shows_that_no_foreign_page_made_it(string? header, string? value, int status)
    {
        (string, string)[] headers = header is null ? [("Cookie", "session=1")] : [("Cookie", "session=1"), (header, value!)];
        Assert.Equal(status, (await _api.GetAsync("query={greeting}", headers: headers)).Status);
    }

    [Fact]
    public async Task A_GET_without_a_cookie_has_nothing_to_steal() => Assert.Equal(200, (await _api.GetAsync("query={greeting}")).Status);

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    public async Task A_socket_of_a_foreign_page_is_refused_even_without_a_cookie(string origin)
    {
        var refused = await Assert.ThrowsAsync<WebSocketException>(() => _api.OpenAsync(("Origin", origin)));
        Assert.Contains("403", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://desk.example.org")]
    [InlineData("http://127.0.0.1:1234")]
    public async Task A_socket_of_a_page_that_may_is_opened(string origin)
    {
        using var socket = await _api.OpenAsync(("Origin", origin));
        await socket.SendAsync("""{"type":"connection_init"}""");
        Assert.Equal("""{"type":"connection_ack"}""", await socket.ReceiveAsync());
    }
}
