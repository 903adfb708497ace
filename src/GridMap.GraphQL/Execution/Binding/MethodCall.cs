using System.Linq.Expressions;
using System.Reflection;
using GridMap.GraphQL.Execution.Inputs;
using GridMap.GraphQL.Execution.Plans;

namespace GridMap.GraphQL.Execution.Binding;

/// <summary>A resolver method with what each of its parameters is given, compiled when a plan first uses it.</summary>
internal sealed class MethodCall<TAnswer>(MethodInfo method, IReadOnlyList<ParameterBinding> parameters)
{
    private readonly IReadOnlyList<ArgumentParameter> _arguments = [.. parameters.OfType<ArgumentParameter>()];
    private Func<object?, object?[], ExecutionState, FieldPlan, TAnswer>? _compiled;

    public Func<object?, object?[], ExecutionState, FieldPlan, TAnswer> Compiled => _compiled ??= Compile();

    public object?[] BindArguments(CoercedArguments arguments)
    {
        var values = new object?[_arguments.Count];
        foreach (var argument in _arguments)
        {
            values[argument.Index] = argument.Bind(arguments);
        }

        return values;
    }

    private Func<object?, object?[], ExecutionState, FieldPlan, TAnswer> Compile()
    {
        var frame = new CallFrame(
            Expression.Parameter(typeof(object), "parent"),
            Expression.Parameter(typeof(object[]), "arguments"),
            Expression.Parameter(typeof(ExecutionState), "state"),
            Expression.Parameter(typeof(FieldPlan), "field"));
        Expression call = Expression.Call(method, parameters.Select(parameter => parameter.Read(frame)));
        if (call.Type != typeof(TAnswer))
        {
            call = Adapt(call);
        }

        return Expression.Lambda<Func<object?, object?[], ExecutionState, FieldPlan, TAnswer>>(
            call, frame.Parent, frame.Arguments, frame.State, frame.Field).Compile();
    }

    /// <summary>A Task, or a stream at once, becomes the ValueTask that is expected.</summary>
    private static Expression Adapt(Expression call) =>
        typeof(TAnswer).GetConstructor([call.Type]) is { } constructor
            ? Expression.New(constructor, call)
            : Expression.Convert(call, typeof(TAnswer));
}

/// <summary>What a compiled call of a resolver has at hand.</summary>
internal sealed record CallFrame(ParameterExpression Parent, ParameterExpression Arguments, ParameterExpression State, ParameterExpression Field);
