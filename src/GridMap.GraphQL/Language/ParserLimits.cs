namespace GridMap.GraphQL.Language;

/// <summary>How large a document may be before the parser gives it up; the defaults suit documents of strangers.</summary>
public sealed record ParserLimits
{
    /// <summary>For documents of strangers.</summary>
    public static ParserLimits Default { get; } = new();

    /// <summary>For a schema or another text of our own: of any size, but not of any depth.</summary>
    public static ParserLimits OwnText { get; } = new() { MaxBytes = int.MaxValue, MaxTokens = int.MaxValue, MaxDirectives = int.MaxValue };

    public int MaxBytes { get; init; } = 1 << 20;

    public int MaxTokens { get; init; } = 15_000;

    /// <summary>Of selection sets, values and types within each other; everything that walks a tree relies on it not to overflow the stack.</summary>
    public int MaxDepth { get; init; } = 200;

    /// <summary>Of one place, such as a field.</summary>
    public int MaxDirectives { get; init; } = 50;
}
