using System.Text.Json;

namespace GridMap.GraphQL.Tests.Http;

/// <summary>What was answered to one request.</summary>
public sealed record Answer(int Status, string ContentType, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public static async Task<Answer> ReadAsync(HttpResponseMessage answer) => new(
        (int)answer.StatusCode,
        answer.Content.Headers.ContentType?.ToString() ?? "",
        await answer.Content.ReadAsStringAsync(),
        answer.Headers.Concat(answer.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));

    public JsonElement Json => JsonElement.Parse(Text);

    public string Data => Json.GetProperty("data").GetRawText();

    /// <summary>The errors' codes in their order; every error that is refused before it runs says in Chinese too what to do.</summary>
    public string Codes => string.Join(' ', Json.GetProperty("errors").EnumerateArray().Select(Code));

    private static string Code(JsonElement error)
    {
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
        Assert.NotEmpty(error.GetProperty("extensions").GetProperty("messageZh").GetString()!);
        return error.GetProperty("extensions").GetProperty("code").GetString()!;
    }
}
