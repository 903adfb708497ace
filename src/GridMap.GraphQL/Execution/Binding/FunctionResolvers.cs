using GridMap.GraphQL.Execution.Inputs;
using GridMap.GraphQL.Execution.Plans;

namespace GridMap.GraphQL.Execution.Binding;

/// <summary>Resolvers made of functions instead of methods.</summary>
internal static class FunctionResolvers
{
    public static FieldResolver Create<TParent, TValue>(Func<TParent, ArgumentValues, TValue> read)
    {
        var answer = MethodAnswer.Of(typeof(TValue));
        var resolver = answer.Kind switch
        {
            MethodAnswerKind.Value => typeof(FunctionResolver<,>).MakeGenericType(typeof(TParent), typeof(TValue)),
            MethodAnswerKind.Task => typeof(TaskFunctionResolver<,>).MakeGenericType(typeof(TParent), answer.ValueType),
            MethodAnswerKind.ValueTask => typeof(ValueTaskFunctionResolver<,>).MakeGenericType(typeof(TParent), answer.ValueType),
            MethodAnswerKind.Stream => typeof(StreamFunctionResolver<,>).MakeGenericType(typeof(TParent), answer.ValueType),
            MethodAnswerKind.TaskOfStream or MethodAnswerKind.None or _ =>
                throw new ArgumentException($"A resolver cannot answer with {typeof(TValue)}.", nameof(read)),
        };
        return (FieldResolver)Activator.CreateInstance(resolver, read)!;
    }
}

internal sealed class FunctionResolver<TParent, T>(Func<TParent, ArgumentValues, T?> read) : SyncResolver<T>
{
    public override T? Read(object? parent, object?[] arguments, ExecutionState state, FieldPlan field) =>
        read((TParent)parent!, (ArgumentValues)arguments[0]!);

    internal override object?[] BindArguments(CoercedArguments arguments) => [new ArgumentValues(arguments)];
}

internal sealed class TaskFunctionResolver<TParent, T>(Func<TParent, ArgumentValues, Task<T>> start) : AsyncResolver<T>
{
    public override ValueTask<T> Start(object? parent, object?[] arguments, ExecutionState state, FieldPlan field) =>
        new(start((TParent)parent!, (ArgumentValues)arguments[0]!));

    internal override object?[] BindArguments(CoercedArguments arguments) => [new ArgumentValues(arguments)];
}

internal sealed class ValueTaskFunctionResolver<TParent, T>(Func<TParent, ArgumentValues, ValueTask<T>> start) : AsyncResolver<T>
{
    public override ValueTask<T> Start(object? parent, object?[] arguments, ExecutionState state, FieldPlan field) =>
        start((TParent)parent!, (ArgumentValues)arguments[0]!);

    internal override object?[] BindArguments(CoercedArguments arguments) => [new ArgumentValues(arguments)];
}

internal sealed class StreamFunctionResolver<TParent, T>(Func<TParent, ArgumentValues, IAsyncEnumerable<T>> open) : StreamResolver<T>
{
    public override ValueTask<IAsyncEnumerable<T>> Open(object?[] arguments, ExecutionState state, FieldPlan field) =>
        new(open(default!, (ArgumentValues)arguments[0]!));

    internal override object?[] BindArguments(CoercedArguments arguments) => [new ArgumentValues(arguments)];
}
