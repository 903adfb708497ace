namespace GridMap.GraphQL.Execution.Plans;

/// <summary>Where a value is kept that was resolved before writing: the value or a FieldFailure, and the first slot of what lies within it.</summary>
internal struct Slot
{
    public object? Value;

    public int Child;
}

/// <summary>A field that has no value because of an exception; it becomes an error where the field is written.</summary>
internal sealed record FieldFailure(Exception Exception);
