using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Execution;

/// <summary>How a field's value is come by: read from its parent at once, or resolved, perhaps later, perhaps together with others.</summary>
public abstract class FieldResolver
{
    /// <summary>A field that is a function of its parent alone; `TValue` may be a Task or ValueTask.</summary>
    public static FieldResolver Of<TParent, TValue>(Func<TParent, TValue> read) => Of<TParent, TValue>((parent, _) => read(parent));

    /// <summary>A field that is a function of its parent and its arguments.</summary>
    public static FieldResolver Of<TParent, TValue>(Func<TParent, ArgumentValues, TValue> read) => throw new NotImplementedException();
}

/// <summary>The coerced arguments of a field: scalars as their runtime type, enums as the bound member or the name, lists as arrays, input objects as dictionaries.</summary>
public sealed class ArgumentValues
{
    /// <summary>The value by name, null where none was given.</summary>
    public object? this[string name] => throw new NotImplementedException();

    public bool Contains(string name) => throw new NotImplementedException();
}
