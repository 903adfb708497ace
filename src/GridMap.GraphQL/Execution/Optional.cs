namespace GridMap.GraphQL.Execution;

/// <summary>An argument or an input field that tells "not given" from null.</summary>
public readonly record struct Optional<T>(T Value)
{
    /// <summary>False for `default`, that is where nothing was given.</summary>
    public bool IsGiven { get; } = true;
}
