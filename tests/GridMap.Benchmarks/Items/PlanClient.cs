using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace GridMap.Benchmarks.Items;

/// <summary>Somebody signed in to a demo district who edits, reviews or publishes a plan over GraphQL.</summary>
public sealed class PlanClient : IDisposable
{
    private readonly HttpClient _http;

    private PlanClient(HttpClient http) => _http = http;

    public static async Task<PlanClient> SignInAsync(Uri server, string login)
    {
        var http = new HttpClient { BaseAddress = server, Timeout = TimeSpan.FromMinutes(2) };
        http.DefaultRequestHeaders.Add("x-gridmap-request", "1");
        using var answer = await http.PostAsJsonAsync("/api/session", new { login, password = "gridmap-demo" });
        answer.EnsureSuccessStatusCode();
        return new PlanClient(http);
    }

    public void Dispose() => _http.Dispose();

    public async Task<JsonElement> QueryAsync(string query)
    {
        using var answer = await _http.PostAsJsonAsync("/graphql", new { query });
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return body.RootElement.TryGetProperty("errors", out var errors)
            ? throw new InvalidOperationException(errors.ToString())
            : body.RootElement.GetProperty("data").EnumerateObject().Single().Value.Clone();
    }

    /// <summary>Milliseconds to the answer of a mutation of a plan, the plan's version then, and the refusal's code if it is one.</summary>
    public async Task<(double Milliseconds, int Version, string? Refusal)> ChangeAsync(string call)
    {
        var clock = Stopwatch.GetTimestamp();
        var payload = await QueryAsync($"mutation {{ {call} {{ plan {{ id version status applied operationCount }} refusal {{ code }} }} }}");
        var elapsed = Stopwatch.GetElapsedTime(clock).TotalMilliseconds;
        var refusal = payload.GetProperty("refusal");
        return (
            elapsed,
            payload.GetProperty("plan").ValueKind == JsonValueKind.Object ? payload.GetProperty("plan").GetProperty("version").GetInt32() : 0,
            refusal.ValueKind == JsonValueKind.Object ? refusal.GetProperty("code").GetString() : null);
    }
}
