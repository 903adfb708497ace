using System.Reflection;
using GridMap.GraphQL.Execution.Binding;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Execution.Plans;

/// <summary>Puts together the writer of a field's values from the field's type and the values' .NET type.</summary>
internal static class WriterFactory
{
    private const BindingFlags OwnMethods = BindingFlags.Static | BindingFlags.NonPublic;

    public static ValueWriter<T> Create<T>(FieldShape shape) => Create<T>(shape.Definition.Type.Nullable, shape);

    private static ValueWriter<T> Create<T>(GraphQLType type, FieldShape shape) => type switch
    {
        ListType list => CreateList<T>(list, shape),
        _ when Nullable.GetUnderlyingType(typeof(T)) is { } underlying => CreateNullable<T>(underlying, type, shape),
        ScalarType or EnumType => shape.Planner.Leaves.Writer<T>((NamedType)type),
        ObjectType objectType => new ObjectWriter<T>(shape.Planner.PlanSelection(objectType, shape.Nodes)),
        CompositeType composite => new AbstractWriter<T>(composite, shape.Planner.PlanSelections(composite, shape.Nodes), shape.Planner.TypeNameOf),
        _ => throw new InvalidOperationException($"{type} is not an output type."),
    };

    private static ValueWriter<T> CreateNullable<T>(Type underlying, GraphQLType type, FieldShape shape) =>
        Invoke<T>(nameof(CreateNullableOf), [underlying], type, shape);

    private static NullableWriter<T> CreateNullableOf<T>(GraphQLType type, FieldShape shape)
        where T : struct => new(Create<T>(type, shape));

    private static ValueWriter<T> CreateList<T>(ListType list, FieldShape shape)
    {
        if (ClrTypes.ItemTypeOf(typeof(T)) is { } itemType)
            return Invoke<T>(nameof(CreateListOf), [typeof(T), itemType], list, shape);

        if (typeof(T).IsValueType)
            throw new InvalidOperationException($"{typeof(T)} is not a list.");

        return (ValueWriter<T>)(object)new AnyListWriter(Create<object>(list.OfType.Nullable, shape), list.OfType is NonNullType);
    }

    private static ListWriter<TList, TItem> CreateListOf<TList, TItem>(ListType list, FieldShape shape) =>
        new(Create<TItem>(list.OfType.Nullable, shape), list.OfType is NonNullType);

    private static ValueWriter<T> Invoke<T>(string method, Type[] typeArguments, GraphQLType type, FieldShape shape) =>
        (ValueWriter<T>)typeof(WriterFactory).GetMethod(method, OwnMethods)!.MakeGenericMethod(typeArguments)
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [type, shape], null)!;
}
