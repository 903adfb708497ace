using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace GridMap.Simulator.Roles;

/// <summary>Asks GraphQL in a role, by the service token of that role.</summary>
public sealed class PublicApi(HttpClient http, string token, Tally tally)
{
    private const string NotAnswered = "unanswered";

    /// <summary>The data of the answer; null without one, or where it tells of errors.</summary>
    public async Task<JsonElement?> AskAsync(string name, string document, object variables, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = document, variables }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
            if (answer.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object && !answer.TryGetProperty("errors", out _))
            {
                return data;
            }
        }
        catch (Exception away) when (away is HttpRequestException or JsonException)
        {
            // Counted below: whoever asks does so again in their next round.
        }

        tally.Count($"{name}.{NotAnswered}");
        return null;
    }

    /// <summary>The payload of a mutation that was done; null where it was refused or not answered, which is counted by its code.</summary>
    public async Task<JsonElement?> DoAsync(string mutation, object input, string selection, CancellationToken cancellationToken)
    {
        var type = mutation[0].ToString().ToUpperInvariant() + mutation[1..];
        return await DoAsync(mutation, $"{type}Input", input, selection, cancellationToken);
    }

    /// <summary>As above, for a mutation whose input has a name of its own.</summary>
    public async Task<JsonElement?> DoAsync(string mutation, string inputType, object input, string selection, CancellationToken cancellationToken)
    {
        var document = $"mutation ($input: {inputType}!) {{ done: {mutation}(input: $input) {{ {selection} refusal {{ code }} }} }}";
        if (await AskAsync(mutation, document, new { input }, cancellationToken) is not { } data)
        {
            return null;
        }

        var done = data.GetProperty("done");
        var refusal = done.GetProperty("refusal");
        tally.Count(refusal.ValueKind == JsonValueKind.Null ? mutation : $"{mutation}.{refusal.GetProperty("code").GetString()}");
        return refusal.ValueKind == JsonValueKind.Null ? done : null;
    }
}
