using System.Text.Json;
using System.Text.Json.Serialization;

namespace GridMap.Districts.Demo;

/// <summary>The demo's parameters in `data/demo/*.json`, embedded so that a drawing reads no file.</summary>
internal static class DemoData
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNameCaseInsensitive = true,
        Converters = { new JsonStringEnumConverter() },
    };

    public static T Load<T>(string name)
    {
        using var stream = typeof(DemoData).Assembly.GetManifestResourceStream($"data/demo/{name}.json")
            ?? throw new InvalidOperationException($"data/demo/{name}.json is not embedded.");
        return JsonSerializer.Deserialize<T>(stream, Options) ?? throw new InvalidOperationException($"data/demo/{name}.json is empty.");
    }
}
