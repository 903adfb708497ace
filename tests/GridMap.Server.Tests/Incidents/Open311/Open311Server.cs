using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using GridMap.Server.Tests.Live;
using GridMap.Testing;

namespace GridMap.Server.Tests.Incidents.Open311;

/// <summary>A server over a district of its own, asked through Open311.</summary>
public sealed class Open311Server : IAsyncLifetime
{
    public const string Root = "/open311/v2";

    public static readonly Dictionary<string, string> Good = new()
    {
        ["service_code"] = "20102",
        ["lat"] = "40.005",
        ["long"] = "113.005",
        ["description"] = "垃圾满溢",
    };

    public LiveDistrict District { get; private set; } = null!;

    public TestServer Server { get; private set; } = null!;

    public HttpClient Client => Server.Client;

    public async Task InitializeAsync()
    {
        District = await LiveDistrict.CreateAsync();
        Server = await District.StartServerAsync();
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        await District.DisposeAsync();
    }

    public async Task<string> PostAsync(Dictionary<string, string> form)
    {
        using var posted = await Client.PostAsync($"{Root}/requests.json", new FormUrlEncodedContent(form));
        var body = await posted.Content.ReadAsStringAsync();
        Assert.True(posted.StatusCode == HttpStatusCode.Created, body);
        return JsonDocument.Parse(body).RootElement[0].GetProperty("service_request_id").GetString()!;
    }

    public async Task<List<string?>> FindAsync(string query) =>
        [.. (await JsonAsync($"requests.json?{query}", "")).EnumerateArray().Select(request => request.GetProperty("service_request_id").GetString())];

    public async Task<JsonElement> JsonAsync(string path, string extension = ".json")
    {
        using var answer = await Client.GetAsync($"{Root}/{path}{extension}");
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, body);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        return JsonDocument.Parse(body).RootElement;
    }

    public async Task<XElement> XmlAsync(string path)
    {
        using var answer = await Client.GetAsync($"{Root}/{path}.xml");
        Assert.Equal("text/xml", answer.Content.Headers.ContentType?.MediaType);
        return XElement.Parse(await answer.Content.ReadAsStringAsync());
    }

    public static async Task AssertErrorAsync(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{(int)answer.StatusCode} {body}");
        var error = JsonDocument.Parse(body).RootElement[0];
        Assert.Equal((int)status, error.GetProperty("code").GetInt32());
        Assert.StartsWith(code, error.GetProperty("description").GetString(), StringComparison.Ordinal);
    }
}
