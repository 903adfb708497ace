using GridMap.GraphQL.Execution.Binding;
using GridMap.GraphQL.Execution.Inputs;
using GridMap.GraphQL.Execution.Plans;

namespace GridMap.GraphQL.Execution;

/// <summary>How a field's value is come by: read from its parent at once, or resolved, perhaps later, perhaps together with others.</summary>
public abstract class FieldResolver
{
    private protected FieldResolver()
    {
    }

    /// <summary>A field that is a function of its parent alone; `TValue` may be a Task or ValueTask.</summary>
    public static FieldResolver Of<TParent, TValue>(Func<TParent, TValue> read) => Of<TParent, TValue>((parent, _) => read(parent));

    /// <summary>A field that is a function of its parent and its arguments.</summary>
    public static FieldResolver Of<TParent, TValue>(Func<TParent, ArgumentValues, TValue> read) => FunctionResolvers.Create(read);

    internal abstract FieldPlan Plan(FieldShape shape);

    /// <summary>The coerced arguments in the form that it takes them.</summary>
    internal virtual object?[] BindArguments(CoercedArguments arguments) => [];
}

/// <summary>
/// The coerced arguments of a field: scalars as their runtime type, enums as names, lists as arrays, input objects as InputObject.
/// </summary>
public sealed class ArgumentValues
{
    private readonly CoercedArguments _values;

    internal ArgumentValues(CoercedArguments values) => _values = values;

    /// <summary>The value by name, null where none was given.</summary>
    public object? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>A value was given, perhaps null, or there is a default.</summary>
    public bool Contains(string name) => _values.ContainsKey(name);
}
