using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;

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
    public bool TryFindOperation(string? name, [NotNullWhen(true)] out PreparedOperation? operation, [NotNullWhen(false)] out GraphQLError? error) =>
        throw new NotImplementedException();
}

/// <summary>One operation of a valid document.</summary>
public sealed class PreparedOperation
{
    public required OperationDefinitionNode Node { get; init; }

    public required ObjectType RootType { get; init; }

    public OperationType Type => Node.Operation;

    public string? Name => Node.Name?.Value;

    /// <summary>CoerceVariableValues() of the specification, section 6.1.2; null or no JSON means no variables. Errors are request errors.</summary>
    public bool TryCoerceVariables(
        JsonElement? json, [NotNullWhen(true)] out VariableValues? variables, [NotNullWhen(false)] out IReadOnlyList<GraphQLError>? errors) =>
        throw new NotImplementedException();
}

/// <summary>The coerced variables of one request.</summary>
public sealed class VariableValues
{
}
