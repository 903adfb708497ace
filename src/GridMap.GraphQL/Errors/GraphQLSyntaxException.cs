using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Errors;

/// <summary>Thrown for a document that is not in the language, or is over a limit of the parser.</summary>
public sealed class GraphQLSyntaxException(GraphQLError error) : Exception(error.Message)
{
    public const string SyntaxCode = "GRAPHQL_PARSE_FAILED";

    public const string LimitCode = "DOCUMENT_OVER_LIMIT";

    internal GraphQLSyntaxException(Source source, int position, string description, string code = SyntaxCode)
        : this(new GraphQLError($"Syntax Error: {description}")
        {
            Locations = [source.LocationOf(position)],
            Extensions = new Dictionary<string, object?> { ["code"] = code },
        })
    {
    }

    public GraphQLError Error { get; } = error;
}
