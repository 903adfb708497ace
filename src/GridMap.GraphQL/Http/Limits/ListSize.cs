using System.Text.Json;

namespace GridMap.GraphQL.Http.Limits;

/// <summary>How long a list is taken to be: the greatest of what its slicing arguments say, or what is assumed where none says anything.</summary>
/// <param name="Stated">The greatest number written in the document; null if there is none.</param>
internal sealed record ListSize(IReadOnlyList<SizeVariable> Variables, long? Stated, long Assumed)
{
    public static readonly ListSize One = Of(1);

    public static ListSize Of(long size) => new([], size, size);

    /// <summary>With these variables, a JSON object or undefined.</summary>
    public long With(JsonElement variables)
    {
        var greatest = Stated;
        foreach (var variable in Variables)
        {
            if (variable.With(variables) is { } size && !(greatest >= size))
            {
                greatest = size;
            }
        }

        return Math.Max(greatest ?? Assumed, 0);
    }
}

/// <summary>A variable that a size is asked for by.</summary>
/// <param name="Default">Where it is not given; null if it has no default.</param>
internal readonly record struct SizeVariable(string Name, long? Default)
{
    public long? With(JsonElement variables)
    {
        if (variables.ValueKind != JsonValueKind.Object || !variables.TryGetProperty(Name, out var given))
        {
            return Default;
        }

        // An Int may be written as 1e3.
        return given.ValueKind == JsonValueKind.Number && given.TryGetDouble(out var size) ? (long)Math.Clamp(size, 0, int.MaxValue) : null;
    }
}
