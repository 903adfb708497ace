namespace GridMap.GraphQL.Http.Limits;

/// <summary>How much a document that a client wrote may ask for. Fragments count where they are spread.</summary>
public sealed record OperationLimits
{
    public int MaxDocumentBytes { get; init; } = 64 * 1024;

    /// <summary>Fields within fields; introspection counts as one.</summary>
    public int MaxDepth { get; init; } = 16;

    public int MaxAliases { get; init; } = 100;

    public int MaxDirectives { get; init; } = 100;

    public int MaxRootFields { get; init; } = 20;

    public int MaxCost { get; init; } = 10_000;

    /// <summary>How long a list is taken to be where nothing says.</summary>
    public int AssumedListSize { get; init; } = 10;

    /// <summary>How long a list is taken to be that can be sliced, where no argument slices it.</summary>
    public int AssumedPageSize { get; init; } = 50;
}
