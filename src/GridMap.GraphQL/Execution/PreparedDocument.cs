using System.Diagnostics.CodeAnalysis;
using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Execution;

/// <summary>A document that was parsed and validated, ready to execute again and again, or the errors found (request errors).</summary>
public sealed class PreparedDocument
{
    public required IReadOnlyList<GraphQLError> Errors { get; init; }

    /// <summary>Null if the text could not be parsed.</summary>
    public required DocumentNode? Document { get; init; }

    /// <summary>Empty if there are errors.</summary>
    public required IReadOnlyList<PreparedOperation> Operations { get; init; }

    /// <summary>GetOperation() of the specification, section 6.1: by name, or the only one; a miss is a request error.</summary>
    public bool TryFindOperation(string? name, [NotNullWhen(true)] out PreparedOperation? operation, [NotNullWhen(false)] out GraphQLError? error)
    {
        operation = name is null ? OnlyOperation() : Operations.FirstOrDefault(candidate => candidate.Name == name);
        error = operation is null ? MissOf(name) : null;
        return operation is not null;
    }

    private PreparedOperation? OnlyOperation() => Operations.Count == 1 ? Operations[0] : null;

    private GraphQLError MissOf(string? name)
    {
        var message = name is not null ? $"Unknown operation named \"{name}\"."
            : Operations.Count == 0 ? "Must provide an operation."
            : "Must provide operation name if query contains multiple operations.";
        return new GraphQLError(message) { Extensions = new Dictionary<string, object?> { ["code"] = ErrorCodes.OperationNotFound } };
    }
}
