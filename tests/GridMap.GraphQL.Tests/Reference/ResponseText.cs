using System.Globalization;
using System.Text.Json;

namespace GridMap.GraphQL.Tests.Reference;

/// <summary>A response in a form that two engines share: data with its order, each error with the place in the data that it took.</summary>
public static class ResponseText
{
    public static string DataOf(ReferenceResult result) => DataOf(result.Data);

    private static string DataOf(JsonElement data) => data.ValueKind switch
    {
        JsonValueKind.Undefined => "(none)",
        JsonValueKind.Object => $"{{{string.Join(",", data.EnumerateObject().Select(member => $"\"{member.Name}\":{DataOf(member.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(",", data.EnumerateArray().Select(DataOf))}]",
        JsonValueKind.Number => data.GetDouble().ToString("R", CultureInfo.InvariantCulture),
        JsonValueKind.String => $"\"{data.GetString()}\"",
        _ => data.GetRawText(),
    };

    /// <summary>
    /// The errors, one a line. Of those that took the same place by way of its parents only the place is told: the first to fail is reported,
    /// and which one that is depends on what runs at the same time (specification, section 6.4.4).
    /// </summary>
    public static IEnumerable<string> ErrorsOf(ReferenceResult result) => (result.Errors ?? []).Select(error => ErrorOf(result.Data, error)).Distinct();

    private static string ErrorOf(JsonElement data, ReferenceError error)
    {
        var taken = TakenPlace(data, error.Path);
        return taken == error.Path.Count
            ? $"{error} /{string.Join('/', error.Path)}"
            : $"(an error took) /{string.Join('/', error.Path.Take(taken))}";
    }

    /// <summary>How many steps of the path lead to the null that stands for the error.</summary>
    private static int TakenPlace(JsonElement data, IReadOnlyList<JsonElement> path)
    {
        var place = data;
        for (var step = 0; step < path.Count; step++)
        {
            if (place.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
            {
                return step;
            }

            place = path[step].ValueKind == JsonValueKind.Number ? place[path[step].GetInt32()] : place.GetProperty(path[step].GetString()!);
        }

        return path.Count;
    }
}
