using System.Net;
using System.Net.Http.Headers;
using GridMap.Testing;

namespace GridMap.Platform.Tests.Web;

public sealed class WebAppTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private const string Script = "/assets/app-3f9a.js";

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"gridmap-web-{Guid.NewGuid():N}");
    private TestServer? _server;

    private HttpClient Client => _server!.Client;

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "assets"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "index.html"), "<!doctype html>the page");
        await File.WriteAllTextAsync(Path.Combine(_folder, "explorer.html"), "<!doctype html>the explorer");
        await File.WriteAllTextAsync(_folder + Script, "plain");
        await File.WriteAllTextAsync(_folder + Script + ".br", "brotli");
        await File.WriteAllTextAsync(_folder + Script + ".gz", "gzip");
        await File.WriteAllTextAsync(_folder + "-secret.txt", "beside the folder");
        _server = await TestServer.StartAsync(database, webFolder: _folder);
    }

    public async Task DisposeAsync()
    {
        await _server!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        File.Delete(_folder + "-secret.txt");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/wall")]
    [InlineData("/incident/20261121-000001")]
    public async Task Every_page_is_the_one_index_and_is_asked_for_again_each_time(string path)
    {
        var answer = await NavigateAsync(path);
        Assert.Equal("<!doctype html>the page", await answer.Content.ReadAsStringAsync());
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.True(answer.Headers.CacheControl?.NoCache);
    }

    [Fact]
    public async Task The_explorer_is_a_page_of_its_own() =>
        Assert.Equal("<!doctype html>the explorer", await (await NavigateAsync("/graphql/explorer")).Content.ReadAsStringAsync());

    [Fact]
    public async Task A_dashboard_that_is_being_built_anew_is_away_for_a_moment_and_no_fault()
    {
        File.Delete(Path.Combine(_folder, "index.html"));
        var answer = await NavigateAsync("/");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("WEB_NOT_BUILT", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/no-such-thing")]
    [InlineData("/tiles/no-such-layer/x")]
    [InlineData("/hubs/none")]
    [InlineData("/assets/gone-1234.js")]
    [InlineData("/favicon.png")]
    public async Task What_is_not_a_page_is_never_answered_with_the_page(string path)
    {
        var answer = await NavigateAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("br, gzip", "brotli", "br")]
    [InlineData("gzip", "gzip", "gzip")]
    [InlineData("br;q=0, gzip", "gzip", "gzip")]
    [InlineData("identity", "plain", null)]
    public async Task A_hashed_file_is_sent_as_it_was_compressed_and_kept_for_ever(string accepted, string text, string? encoding)
    {
        var answer = await SendAsync(Script, request => request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted));
        Assert.Equal(text, await answer.Content.ReadAsStringAsync());
        Assert.Equal(encoding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("text/javascript", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
    }

    [Fact]
    public async Task A_page_that_did_not_change_is_not_sent_again()
    {
        var tag = (await NavigateAsync("/")).Headers.ETag!;
        var answer = await SendAsync("/", request => request.Headers.IfNoneMatch.Add(tag));
        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/../{0}-secret.txt")]
    [InlineData("/..%2f{0}-secret.txt")]
    [InlineData("/assets/..%2f..%2f{0}-secret.txt")]
    [InlineData("/%2e%2e/{0}-secret.txt")]
    public async Task No_path_leaves_the_folder(string path)
    {
        var answer = await NavigateAsync(string.Format(null, path, Path.GetFileName(_folder)));
        Assert.DoesNotContain("beside the folder", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData(Script)]
    [InlineData("/health/live")]
    [InlineData("/api/no-such-thing")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        var answer = await Client.GetAsync(path);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("worker-src 'self' blob:", policy, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task A_body_larger_than_the_limit_is_refused()
    {
        using var body = new ByteArrayContent(new byte[2 << 20]);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        var answer = await Client.PostAsync("/open311/v2/requests.json", body);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task A_dashboard_that_was_never_built_is_told_with_the_remedy()
    {
        await using var bare = await TestServer.StartAsync(database, webFolder: _folder + "-none");
        var answer = await bare.Client.GetAsync("/");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("WEB_NOT_BUILT", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> NavigateAsync(string path) => SendAsync(path, request => request.Headers.Accept.ParseAdd("text/html"));

    private async Task<HttpResponseMessage> SendAsync(string path, Action<HttpRequestMessage> adjust)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_server!.Address, path));
        adjust(request);
        return await Client.SendAsync(request);
    }
}
