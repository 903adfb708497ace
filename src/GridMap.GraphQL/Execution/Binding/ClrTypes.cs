namespace GridMap.GraphQL.Execution.Binding;

/// <summary>.NET types as the schema sees them.</summary>
internal static class ClrTypes
{
    /// <summary>The type of a list's items; null for text and for what is not known to be a list.</summary>
    public static Type? ItemTypeOf(Type type)
    {
        if (type == typeof(string) || IsDictionary(type))
            return null;

        if (type.IsArray)
            return type.GetElementType();

        return type.GetInterfaces().Prepend(type)
            .FirstOrDefault(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            ?.GenericTypeArguments[0];
    }

    public static Type WithoutNullable(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    /// <summary>The type of all values that is not a list, whatever lists it is in.</summary>
    public static Type ElementTypeOf(Type type) => ItemTypeOf(type) is { } item ? ElementTypeOf(item) : WithoutNullable(type);

    private static bool IsDictionary(Type type) => type.GetInterfaces().Prepend(type)
        .Any(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>));
}
