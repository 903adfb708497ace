using System.Reflection;

namespace GridMap.GraphQL.Execution.Binding;

/// <summary>Resolvers made of methods.</summary>
internal static class MethodResolvers
{
    public static FieldResolver Create(MethodAnswer answer, MethodInfo method, IReadOnlyList<ParameterBinding> parameters) => answer.Kind switch
    {
        MethodAnswerKind.Value => Create(typeof(MethodResolver<>), answer.ValueType, answer.ValueType, method, parameters),
        MethodAnswerKind.Task or MethodAnswerKind.ValueTask =>
            Create(typeof(TaskMethodResolver<>), answer.ValueType, typeof(ValueTask<>).MakeGenericType(answer.ValueType), method, parameters),
        MethodAnswerKind.Stream or MethodAnswerKind.TaskOfStream =>
            Create(typeof(StreamMethodResolver<>), answer.ValueType, StreamTask(answer.ValueType), method, parameters),
        MethodAnswerKind.None or _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, null),
    };

    private static Type StreamTask(Type item) => typeof(ValueTask<>).MakeGenericType(typeof(IAsyncEnumerable<>).MakeGenericType(item));

    private static FieldResolver Create(Type resolver, Type value, Type answer, MethodInfo method, IReadOnlyList<ParameterBinding> parameters)
    {
        var call = Activator.CreateInstance(typeof(MethodCall<>).MakeGenericType(answer), method, parameters);
        return (FieldResolver)Activator.CreateInstance(resolver.MakeGenericType(value), call)!;
    }
}
