namespace GridMap.GraphQL.Execution;

/// <summary>The coerced variables of one request.</summary>
public sealed class VariableValues
{
    internal VariableValues(IReadOnlyDictionary<string, object?> values) => ByName = values;

    internal static VariableValues None { get; } = new(new Dictionary<string, object?>());

    /// <summary>One that is not there was not given and has no default.</summary>
    internal IReadOnlyDictionary<string, object?> ByName { get; }
}
