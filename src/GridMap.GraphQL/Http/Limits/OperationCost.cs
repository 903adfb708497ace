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
