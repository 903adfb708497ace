using GridMap.GraphQL.Errors;

namespace GridMap.GraphQL.Types;

/// <summary>The documents of a schema are not valid; the message has all errors, each with where it stands.</summary>
public sealed class SchemaException(IReadOnlyList<SchemaError> errors) : Exception(string.Join("\n\n", errors))
{
    public IReadOnlyList<SchemaError> Errors { get; } = errors;

    internal static void ThrowIfAny(IReadOnlyList<SchemaError> errors)
    {
        if (errors.Count > 0)
        {
            throw new SchemaException(errors);
        }
    }
}

/// <summary>An error of a schema; `SourceName` is the document that the first location is in.</summary>
public sealed record SchemaError(GraphQLError Error, string? SourceName)
{
    public override string ToString() => Error.Locations is [var location, ..] && SourceName is not null
        ? $"{Error.Message} ({SourceName}:{location.Line}:{location.Column})"
        : Error.Message;
}
