using System.Net.Http.Json;
using System.Text.Json;

namespace GridMap.Server.Tests;

/// <summary>Asks `/graphql` as any client does.</summary>
internal static class GraphQL
{
    /// <summary>The data of an answer without errors.</summary>
    public static async Task<JsonElement> QueryAsync(this HttpClient client, string query, object? variables = null)
    {
        var answer = await client.AskAsync(query, variables);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data");
    }

    /// <summary>The code of the first error of an answer; its extensions word it in Chinese too where we word it ourselves.</summary>
    public static async Task<string> ErrorCodeAsync(this HttpClient client, string query, object? variables = null)
    {
        var answer = await client.AskAsync(query, variables);
        return answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()!;
    }

    public static async Task<JsonElement> AskAsync(this HttpClient client, string query, object? variables)
    {
        var answer = await client.PostAsJsonAsync("/graphql", new { query, variables });
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }
}
