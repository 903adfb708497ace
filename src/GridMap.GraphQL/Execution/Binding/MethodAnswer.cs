namespace GridMap.GraphQL.Execution.Binding;

internal enum MethodAnswerKind
{
    None,
    Value,
    Task,
    ValueTask,
    Stream,
    TaskOfStream,
}

/// <summary>What a resolver answers with, and the type of the values in it.</summary>
internal readonly record struct MethodAnswer(MethodAnswerKind Kind, Type ValueType)
{
    public static MethodAnswer Of(Type type)
    {
        if (type == typeof(void) || type == typeof(Task) || type == typeof(ValueTask))
            return new(MethodAnswerKind.None, type);

        if (!type.IsGenericType)
            return new(MethodAnswerKind.Value, type);

        var definition = type.GetGenericTypeDefinition();
        var argument = type.GenericTypeArguments[0];
        if (definition == typeof(IAsyncEnumerable<>))
            return new(MethodAnswerKind.Stream, argument);

        if (definition == typeof(ValueTask<>))
            return new(MethodAnswerKind.ValueTask, argument);

        if (definition != typeof(Task<>))
            return new(MethodAnswerKind.Value, type);

        return argument.IsGenericType && argument.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)
            ? new(MethodAnswerKind.TaskOfStream, argument.GenericTypeArguments[0])
            : new(MethodAnswerKind.Task, argument);
    }
}
