namespace GridMap.GraphQL.Language;

/// <summary>Where a node stands in its source: the bytes from `Start` up to, not including, `End`.</summary>
public readonly record struct SourceSpan(int Start, int End);
