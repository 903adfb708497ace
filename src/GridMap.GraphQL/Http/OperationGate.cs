using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Execution;
using GridMap.GraphQL.Http.Documents;
using GridMap.GraphQL.Http.Limits;
using GridMap.GraphQL.Http.Requests;
using GridMap.GraphQL.Language;
using Microsoft.AspNetCore.Http;

namespace GridMap.GraphQL.Http;

/// <summary>What every request passes, however it came: its document is known or allowed, valid, within the limits, and its variables fit.</summary>
internal sealed class OperationGate(GraphQLEngine engine, TrustedDocuments trusted, GraphQLHttpOptions options)
{
    private readonly ShapeCheck _shape = new(options.Limits, options.AllowsIntrospection);
    private readonly CostCheck _cost = new(options.Limits, engine.Schema);

    /// <summary>The operation to run, or the request errors because of which none is.</summary>
    public Admission Admit(GraphQLRequest request)
    {
        var (text, isTrusted) = Document(request);
        if (!isTrusted && FindRefusal(text) is { } refusal)
        {
            return Admission.Refuse([refusal]);
        }

        var prepared = engine.Prepare(text!.Value);
        if (prepared.Errors.Count > 0)
        {
            return Admission.Refuse(Worded(prepared.Errors));
        }

        return prepared.TryFindOperation(request.OperationName, out var operation, out var miss)
            ? Admit(request, prepared.Document!, operation, isTrusted)
            : Admission.Refuse(Worded([miss]));
    }

    private Admission Admit(GraphQLRequest request, DocumentNode document, PreparedOperation operation, bool isTrusted)
    {
        if (!isTrusted && _shape.Find(document, operation) is { Count: > 0 } overLimit)
        {
            return Admission.Refuse(overLimit);
        }

        if (!operation.TryCoerceVariables(request.Variables, out var variables, out var errors))
        {
            return Admission.Refuse(Worded(errors));
        }

        return !isTrusted && _cost.Find(document, operation, request.Variables) is { } tooMuch
            ? Admission.Refuse([tooMuch])
            : new Admission([], operation, variables);
    }

    /// <summary>The text to run; null where only an identifier was sent that nobody knows.</summary>
    private (ReadOnlyMemory<byte>? Text, bool IsTrusted) Document(GraphQLRequest request)
    {
        if (request.DocumentId is not { } id)
        {
            return (request.Query, false);
        }

        if (request.Query is { } query && TrustedDocuments.IdOf(query.Span) != id)
        {
            throw new RefusedRequestException(StatusCodes.Status400BadRequest, RequestErrors.DocumentIdMismatch);
        }

        return trusted.TryFind(id, out var known) ? (known, true) : (request.Query, false);
    }

    private GraphQLError? FindRefusal(ReadOnlyMemory<byte>? text) => text switch
    {
        null => RequestErrors.PersistedQueryNotFound,
        _ when !options.AllowsAdHocOperations => RequestErrors.AdHocDisabled,
        { Length: var length } when length > options.Limits.MaxDocumentBytes =>
            RequestErrors.OverLimit("DOCUMENT_TOO_LARGE", "bytes", "字节", length, options.Limits.MaxDocumentBytes),
        _ => null,
    };

    private static IReadOnlyList<GraphQLError> Worded(IReadOnlyList<GraphQLError> errors) => [.. errors.Select(EngineErrors.Worded)];
}

/// <summary>An operation with its variables, or the errors because of which it does not run.</summary>
internal readonly record struct Admission(IReadOnlyList<GraphQLError> Errors, PreparedOperation? Operation, VariableValues? Variables)
{
    public static Admission Refuse(IReadOnlyList<GraphQLError> errors) => new(errors, null, null);
}
