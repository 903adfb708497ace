using System.Text.Json;
using GridMap.Core;

namespace GridMap.Server.Patrols.OsmAnd;

/// <summary>Reads the JSON a device posts as the same fields a form has: flat, or with `location.coords` as newer clients send it.</summary>
public static class ReadDeviceJson
{
    private static readonly Refusal Broken = new("JSON_MALFORMED", "Post one JSON object.", "请提交一个 JSON 对象。");

    private static readonly (string Name, string Field)[] Coordinates =
    [
        ("latitude", "lat"), ("longitude", "lon"), ("speed", "speed"), ("heading", "bearing"), ("accuracy", "accuracy"),
    ];

    private static readonly JsonDocumentOptions Limits = new() { MaxDepth = 8 };

    public static Result<Dictionary<string, string>> Run(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Limits);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Flatten(document.RootElement) : Broken;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // The second is thrown for a string with half a surrogate pair.
            return Broken;
        }
    }

    private static Dictionary<string, string> Flatten(JsonElement root)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in root.EnumerateObject())
        {
            Put(fields, property.Name.ToLowerInvariant(), property.Value);
        }

        if (root.TryGetProperty("location", out var location) && location.ValueKind == JsonValueKind.Object)
        {
            FlattenLocation(fields, location);
        }

        return fields;
    }

    private static void FlattenLocation(Dictionary<string, string> fields, JsonElement location)
    {
        if (location.TryGetProperty("timestamp", out var timestamp))
        {
            Put(fields, "timestamp", timestamp);
        }

        if (location.TryGetProperty("coords", out var coordinates) && coordinates.ValueKind == JsonValueKind.Object)
        {
            foreach (var (name, field) in Coordinates)
            {
                if (coordinates.TryGetProperty(name, out var value))
                {
                    Put(fields, field, value);
                }
            }
        }

        // A share of one, where the form has percent.
        if (location.TryGetProperty("battery", out var battery) && battery.ValueKind == JsonValueKind.Object
            && battery.TryGetProperty("level", out var level) && level.ValueKind == JsonValueKind.Number && level.TryGetDouble(out var share))
        {
            fields["batt"] = (share * 100).ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    private static void Put(Dictionary<string, string> fields, string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            fields[name] = value.GetString()!;
        }
        else if (value.ValueKind == JsonValueKind.Number)
        {
            fields[name] = value.GetRawText();
        }
    }
}
