using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Errors;

/// <summary>An error as the client is told it (specification, section 7.1.6).</summary>
/// <param name="Message">For the developer who sent the request.</param>
public sealed record GraphQLError(string Message)
{
    public IReadOnlyList<SourceLocation> Locations { get; init; } = [];

    /// <summary>Response names (string) and list indices (int) from the root to the field; empty where no field is to blame.</summary>
    public IReadOnlyList<object> Path { get; init; } = [];

    /// <summary>A stable `code` first of all; values are strings, numbers, booleans or dictionaries of them.</summary>
    public IReadOnlyDictionary<string, object?> Extensions { get; init; } = EmptyExtensions;

    private static readonly IReadOnlyDictionary<string, object?> EmptyExtensions = new Dictionary<string, object?>();

    /// <summary>An error about nodes of a document; each is a location.</summary>
    public static GraphQLError At(string message, Source source, params IEnumerable<SyntaxNode> nodes) =>
        new(message) { Locations = [.. nodes.Select(node => source.LocationOf(node.Span.Start))] };
}

/// <summary>Thrown by a resolver or a check to answer with an error of its own; any other exception is answered with "Unexpected execution error" and logged.</summary>
public sealed class GraphQLException(GraphQLError error) : Exception(error.Message)
{
    public GraphQLException(string message, string code)
        : this(new GraphQLError(message) { Extensions = new Dictionary<string, object?> { ["code"] = code } })
    {
    }

    public GraphQLError Error { get; } = error;
}
