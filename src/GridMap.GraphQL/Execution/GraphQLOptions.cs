using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;
using GridMap.GraphQL.Validation;

namespace GridMap.GraphQL.Execution;

/// <summary>What an engine allows and keeps.</summary>
public sealed record GraphQLOptions
{
    /// <summary>How many prepared documents are kept, at most.</summary>
    public int CachedDocuments { get; init; } = 1_000;

    /// <summary>How many bytes of document text are kept prepared, at most.</summary>
    public int CachedDocumentBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>A longer list is an error of its field.</summary>
    public int MaxListItems { get; init; } = 200_000;

    /// <summary>A larger response is refused as a whole.</summary>
    public int MaxResponseBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>A response with more errors of fields is refused as a whole.</summary>
    public int MaxErrors { get; init; } = 10_000;

    /// <summary>How large a document may be.</summary>
    public ParserLimits ParserLimits { get; init; } = ParserLimits.Default;

    /// <summary>How far the validation of a document goes.</summary>
    public ValidationOptions Validation { get; init; } = ValidationOptions.Default;

    /// <summary>Further checks of a valid document, such as depth and cost, with the errors they find.</summary>
    public IReadOnlyList<Func<Schema, DocumentNode, IReadOnlyList<GraphQLError>>> Checks { get; init; } = [];
}
