using System.Text.Json;

namespace GridMap.GraphQL.Http.Limits;

/// <summary>The cost of an operation as a sum over its fields, worked out once; what is left for a request are the sizes its variables give.</summary>
/// <param name="Steps">Each after those it counts.</param>
internal sealed record OperationCost(IReadOnlyList<CostStep> Steps)
{
    // Beyond any limit, and far enough from the end of the range to be multiplied by a list's size.
    private const long Plenty = 1L << 31;

    /// <summary>The cost with these variables, a JSON object or undefined.</summary>
    public long With(JsonElement variables)
    {
        var costs = new long[Steps.Count];
        for (var i = 0; i < costs.Length; i++)
        {
            var step = Steps[i];
            long sum = step.Weight;
            foreach (var counted in step.Counted)
            {
                sum = Math.Min(sum + costs[counted], Plenty);
            }

            costs[i] = Math.Min(sum * step.Size.With(variables), Plenty);
        }

        return costs[^1];
    }
}

/// <summary>`Size` times the sum of the weight and the steps counted.</summary>
internal sealed record CostStep(int Weight, ListSize Size, IReadOnlyList<int> Counted);

/// <summary>How often something is counted: a number, or what a variable says.</summary>
/// <param name="Otherwise">Where the variable is not given or is no number.</param>
internal readonly record struct ListSize(string? Variable, int Otherwise)
{
    public static readonly ListSize One = new(null, 1);

    public long With(JsonElement variables) => Variable is not null
        && variables.ValueKind == JsonValueKind.Object
        && variables.TryGetProperty(Variable, out var given)
        && given.ValueKind == JsonValueKind.Number
        && given.TryGetInt32(out var size)
            ? Math.Max(size, 0)
            : Otherwise;
}
