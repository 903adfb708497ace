using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using GridMap.Server.Tests.Live;
using GridMap.Testing;

namespace GridMap.Server.Tests;

/// <summary>Requests put together at random from what hurts, over every address of the server. The seed is the test case.</summary>
public sealed class HostileRequestsTests(HostileRequestsTests.Started started) : IClassFixture<HostileRequestsTests.Started>
{
    private const int RequestsPerSeed = 1_000;

    private static readonly string[] Paths =
    [
        "/", "/~", "/api/~", "/api/place", "/api/patrols/on-duty", "/api/patrols/playbacks/~/~",
        "/api/incident-classes", "/api/network", "/tiles", "/tiles/~.json", "/tiles/style.json", "/tiles/~/~/~/~.mvt",
        "/osmand", "/health/ready", "/open311/v2/discovery.xml", "/open311/v2/services.json", "/open311/v2/services/~.xml", "/open311/v2/requests.json",
        "/open311/v2/requests.xml", "/open311/v2/requests/~.json", "/open311/v2/tokens/~.xml", "/assets/~",
    ];

    private static readonly string[] Values =
    [
        "", "0", "1", "-1", "14", "23", "2147483648", "99999999999999999999", "1.5", "1e400", "NaN", "-Infinity", "1%01", "%7F", "%ff%fe", "%ED%A0%80", "%F0%9F%98%80",
        "%E2%80%AE%D7%90", "%", "%zz", "%25", "%27%3B--", "..", "..%2f..%2fetc%2fpasswd", "%3Cscript%3E", "%D9%A1", "grids", "roads", "GRIDS", "20102", "open",
        "20260101-000042%0a", "00000000-0000-0000-0000-000000000000", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "8999-12-31T23:59:59.9999999-14:00", "dark", "*",
        "%5C", "__", "device-1", "40.005", "113.005",
    ];

    private static readonly string[] Names =
    [
        "q", "limit", "theme", "lang", "service_request_id", "service_code", "start_date", "end_date", "status", "page", "page_size", "jurisdiction_id",
        "id", "ID", "lat", "lon", "location", "timestamp", "speed", "batt", "%00", "[]",
    ];

    private static readonly string[] Headers =
    [
        "If-None-Match: *", "If-None-Match: W/\"", "Accept: text/html", "Accept: ;;,", "Accept-Encoding: gzip;q=-1,*;q=x", "Range: bytes=9-1,-0", "Origin: http://[::1",
        "Idempotency-Key: a b", "Expect: nothing", "Content-Type: application/json", "Content-Type: application/json; charset=utf-16", "Content-Type: multipart/form-data",
        "Content-Type: multipart/form-data; boundary=x", "Content-Type: application/x-www-form-urlencoded", "Content-Type: application/x-www-form-urlencoded; charset=utf-7",
        "Upgrade: websocket", "Content-Encoding: gzip", "traceparent: 00-zz",
    ];

    private static readonly string[] Bodies =
    [
        "", "{", "[]", "null", "{\"id\":\"\\ud800\"}", "{\"\\ud800\":1}", "{\"id\":\"device-1\",\"lat\":1e999,\"lon\":1}",
        "{\"device_id\":\"device-1\",\"location\":{\"coords\":{\"latitude\":\"x\",\"longitude\":[]},\"battery\":{\"level\":{}}}}",
        "id=device-1&lat=40.005&lon=NaN", "&&==&", "%", "service_code=20102&lat=113.005&long=40.005&description=x", "service_code=20102&lat=1e400&long=NaN",
        "service_code=20102&lat=40.005&long=113.005&description=%00", "service_code=20102&lat=40.005&long=113.005&description=%ed%a0%80",
        "service_code=20102&lat=40.005&long=113.005&description=x&media_url=http://%00", "--x\r\n\r\n--x--", "--x\r\nContent-Disposition: form-data; name=\"id\"\r\n\r\ndevice-1",
        "--x\r\nContent-Disposition: form-data; name=\"media\"; filename=\"a.jpg\"\r\n\r\nabc\r\n--x--\r\n", new('A', 20_000), new('A', 70_000),
    ];

    private static readonly string[] Methods = ["GET", "GET", "GET", "GET", "POST", "POST", "POST", "PUT", "DELETE", "OPTIONS", "PROPFIND", "get"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Nothing_that_comes_in_is_a_fault_and_every_no_has_a_code_and_both_remedies(int seed)
    {
        var chance = new Random(seed);
        for (var i = 0; i < RequestsPerSeed; i++)
        {
            var request = Draw(chance);
            var (status, headers, body) = await SendAsync(request);
            Assert.False(status >= 500 && !body.Contains("WEB_NOT_BUILT", StringComparison.Ordinal), $"{request}\n{status} {body}");
            if (status >= 400 && !IsBelowTheServer(headers))
            {
                AssertSaysWhatToDo(request, headers, body);
            }
        }
    }

    private static string Draw(Random chance)
    {
        var path = string.Concat(Pick(Paths).Split('~').SelectMany((part, index) => index == 0 ? [part] : new[] { Pick(Values), part }));
        var query = string.Join('&', Enumerable.Range(0, chance.Next(5)).Select(_ => $"{Pick(Names)}={Pick(Values)}"));
        var body = chance.Next(3) == 0 ? Pick(Bodies) : "";
        var headers = string.Concat(Enumerable.Range(0, chance.Next(3)).Select(_ => $"{Pick(Headers)}\r\n"));
        return $"{Pick(Methods)} {path}?{query} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}Content-Length: {body.Length}\r\n\r\n{body}";

        string Pick(string[] choices) => choices[chance.Next(choices.Length)];
    }

    private async Task<(int Status, string Headers, string Body)> SendAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, started.Server.Address.Port);
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = "";
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
            text = await reader.ReadToEndAsync();
        }
        catch (IOException)
        {
            // A body that is not wanted is cut off; what was answered before counts.
        }

        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return end < 0 ? (0, "", "") : (int.Parse(text.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture), text[..end], text[(end + 4)..]);
    }

    /// <summary>What is no HTTP at all is refused before there is a request, without a body.</summary>
    private static bool IsBelowTheServer(string headers) => !headers.Contains("Content-Security-Policy", StringComparison.Ordinal);

    private static void AssertSaysWhatToDo(string request, string headers, string body)
    {
        Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
        if (headers.Contains("application/problem+json", StringComparison.Ordinal))
        {
            var problem = JsonDocument.Parse(body[body.IndexOf('{', StringComparison.Ordinal)..(body.LastIndexOf('}') + 1)]).RootElement;
            Assert.All(["code", "detail", "detailZh", "traceId"], name => Assert.NotEmpty(problem.GetProperty(name).GetString()!));
            return;
        }

        Assert.True(request.Contains("/open311/v2/", StringComparison.Ordinal) && body.Contains("description", StringComparison.Ordinal), $"{request}\n{headers}\n{body}");
    }

    public sealed class Started : IAsyncLifetime
    {
        private LiveDistrict _district = null!;

        public TestServer Server { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            _district = await LiveDistrict.CreateAsync();
            Server = await _district.StartServerAsync();
        }

        public async Task DisposeAsync()
        {
            await Server.DisposeAsync();
            await _district.DisposeAsync();
        }
    }
}
