namespace GridMap.GraphQL.Validation;

/// <summary>Thrown where a document has shown enough; the message becomes its last error.</summary>
internal sealed class ValidationAbortedException(string message) : Exception(message);
