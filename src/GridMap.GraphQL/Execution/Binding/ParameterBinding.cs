using System.Linq.Expressions;
using System.Reflection;
using GridMap.GraphQL.Execution.Inputs;
using GridMap.GraphQL.Execution.Plans;

namespace GridMap.GraphQL.Execution.Binding;

/// <summary>What a parameter of a resolver method is given.</summary>
internal abstract class ParameterBinding
{
    public abstract Expression Read(CallFrame frame);
}

/// <summary>The object whose field is resolved.</summary>
internal sealed class ParentParameter(Type type) : ParameterBinding
{
    public override Expression Read(CallFrame frame) => Expression.Convert(frame.Parent, type);
}

/// <summary>A property of the object whose field is resolved.</summary>
internal sealed class ParentPropertyParameter(Type parentType, PropertyInfo property, Type type) : ParameterBinding
{
    public override Expression Read(CallFrame frame)
    {
        Expression value = Expression.Property(Expression.Convert(frame.Parent, parentType), property);
        return value.Type == type ? value : Expression.Convert(value, type);
    }
}

/// <summary>An argument of the field, converted when the arguments are bound.</summary>
internal sealed class ArgumentParameter(string name, int index, Type type, InputConverter converter, object? absent) : ParameterBinding
{
    public int Index => index;

    public override Expression Read(CallFrame frame) =>
        Expression.Convert(Expression.ArrayIndex(frame.Arguments, Expression.Constant(index)), type);

    public object? Bind(CoercedArguments arguments) => arguments.TryGetValue(name, out var value) ? converter.Convert(value) : absent;
}

/// <summary>A DataLoader, one a request.</summary>
internal sealed class LoaderParameter(Type type, int part) : ParameterBinding
{
    public override Expression Read(CallFrame frame) =>
        Expression.Call(frame.State, nameof(ExecutionState.Loader), [type], Expression.Constant(part));
}

/// <summary>A service of the request.</summary>
internal sealed class ServiceParameter(Type type, int part) : ParameterBinding
{
    public override Expression Read(CallFrame frame) =>
        Expression.Call(frame.State, nameof(ExecutionState.Service), [type], Expression.Constant(part));
}

/// <summary>The request's own: its services, its cancellation.</summary>
internal sealed class RequestParameter(string property) : ParameterBinding
{
    public override Expression Read(CallFrame frame) => Expression.Property(frame.State, property);
}

/// <summary>What is selected of the field.</summary>
internal sealed class SelectionParameter : ParameterBinding
{
    public override Expression Read(CallFrame frame) => Expression.New(typeof(FieldSelection).GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic)[0], frame.Field);
}
