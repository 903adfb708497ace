using GridMap.GraphQL.Execution.Inputs;
using GridMap.GraphQL.Execution.Plans;

namespace GridMap.GraphQL.Execution.Binding;

/// <summary>A field that has its value at once.</summary>
internal abstract class SyncResolver<T> : FieldResolver
{
    public abstract T? Read(object? parent, object?[] arguments, ExecutionState state, FieldPlan field);

    internal sealed override FieldPlan Plan(FieldShape shape) => new SyncFieldPlan<T>(shape, this, WriterFactory.Create<T>(shape));
}

/// <summary>A field whose value may come later.</summary>
internal abstract class AsyncResolver<T> : FieldResolver
{
    public abstract ValueTask<T> Start(object? parent, object?[] arguments, ExecutionState state, FieldPlan field);

    internal sealed override FieldPlan Plan(FieldShape shape) => new AsyncFieldPlan<T>(shape, this, WriterFactory.Create<T>(shape));
}

/// <summary>A field of the subscription type: a stream of its values.</summary>
internal abstract class StreamResolver<T> : FieldResolver
{
    public abstract ValueTask<IAsyncEnumerable<T>> Open(object?[] arguments, ExecutionState state, FieldPlan field);

    internal sealed override FieldPlan Plan(FieldShape shape) => new StreamFieldPlan<T>(shape, this, WriterFactory.Create<T>(shape));
}

/// <summary>A property of the parent.</summary>
internal sealed class PropertyResolver<TParent, T>(Func<TParent, T?> read) : SyncResolver<T>
{
    public override T? Read(object? parent, object?[] arguments, ExecutionState state, FieldPlan field) => read((TParent)parent!);
}

/// <summary>A property of a parent that is a value type.</summary>
internal sealed class StructPropertyResolver<TParent, T>(StructGetter<TParent, T> read) : SyncResolver<T>
    where TParent : struct
{
    public override T? Read(object? parent, object?[] arguments, ExecutionState state, FieldPlan field)
    {
        var unboxed = (TParent)parent!;
        return read(ref unboxed);
    }
}

internal delegate T? StructGetter<TParent, T>(ref TParent parent);

/// <summary>A method that answers at once.</summary>
internal sealed class MethodResolver<T>(MethodCall<T?> call) : SyncResolver<T>
{
    public override T? Read(object? parent, object?[] arguments, ExecutionState state, FieldPlan field) => call.Compiled(parent, arguments, state, field);

    internal override object?[] BindArguments(CoercedArguments arguments) => call.BindArguments(arguments);
}

/// <summary>A method that answers with a task.</summary>
internal sealed class TaskMethodResolver<T>(MethodCall<ValueTask<T>> call) : AsyncResolver<T>
{
    public override ValueTask<T> Start(object? parent, object?[] arguments, ExecutionState state, FieldPlan field) =>
        call.Compiled(parent, arguments, state, field);

    internal override object?[] BindArguments(CoercedArguments arguments) => call.BindArguments(arguments);
}

/// <summary>A method that answers with a stream.</summary>
internal sealed class StreamMethodResolver<T>(MethodCall<ValueTask<IAsyncEnumerable<T>>> call) : StreamResolver<T>
{
    public override ValueTask<IAsyncEnumerable<T>> Open(object?[] arguments, ExecutionState state, FieldPlan field) =>
        call.Compiled(null, arguments, state, field);

    internal override object?[] BindArguments(CoercedArguments arguments) => call.BindArguments(arguments);
}
