namespace GridMap.GraphQL.Execution;

/// <summary>The codes of errors that come of executing, as clients find them in `extensions.code`.</summary>
public static class ErrorCodes
{
    /// <summary>A resolver threw something that is not meant for clients.</summary>
    public const string Unexpected = "UNEXPECTED_EXECUTION_ERROR";

    /// <summary>A field that may not be null is.</summary>
    public const string NullForNonNull = "NULL_FOR_NON_NULL";

    /// <summary>A resolved value is not one of the field's type.</summary>
    public const string InvalidResult = "INVALID_RESULT";

    /// <summary>An argument is not a value of its type.</summary>
    public const string InvalidArgument = "INVALID_ARGUMENT";

    public const string InvalidVariable = "INVALID_VARIABLE";

    public const string UnknownObjectType = "UNKNOWN_OBJECT_TYPE";

    public const string OperationNotFound = "OPERATION_NOT_FOUND";

    public const string ListTooLong = "LIST_TOO_LONG";

    public const string ResponseTooLarge = "RESPONSE_TOO_LARGE";

    public const string SelectionTooLarge = "SELECTION_TOO_LARGE";
}
