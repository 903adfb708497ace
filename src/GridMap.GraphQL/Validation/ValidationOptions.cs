namespace GridMap.GraphQL.Validation;

/// <summary>How far the validation of one document goes, and what its messages may tell of the schema.</summary>
public sealed record ValidationOptions
{
    public static ValidationOptions Default { get; } = new();

    /// <summary>After so many errors the rest is not looked for.</summary>
    public int MaxErrors { get; init; } = 100;

    /// <summary>
    /// Steps that may be spent on what grows faster than a document: following fragments for each operation and comparing fields in pairs.
    /// Documents that people write need some hundreds.
    /// </summary>
    public int MaxWork { get; init; } = 200_000;

    /// <summary>Leaves out "Did you mean …", which names types and fields to those who may not read the schema.</summary>
    public bool HidesSuggestions { get; init; }
}
