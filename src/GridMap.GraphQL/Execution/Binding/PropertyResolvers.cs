using System.Reflection;

namespace GridMap.GraphQL.Execution.Binding;

/// <summary>Resolvers made of properties: a delegate of the getter, nothing to compile.</summary>
internal static class PropertyResolvers
{
    private const BindingFlags Instance = BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase | BindingFlags.FlattenHierarchy;

    /// <summary>The property of the field's name, whatever the case of its letters.</summary>
    public static PropertyInfo? FindProperty(Type type, string name)
    {
        var contracts = type.IsInterface ? type.GetInterfaces().Prepend(type) : [type];
        return contracts.SelectMany(contract => contract.GetProperties(Instance))
            .Where(property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0)
            .FirstOrDefault(property => string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase));
    }

    public static FieldResolver Create(Type parent, PropertyInfo property)
    {
        var (resolver, getter) = parent.IsValueType
            ? (typeof(StructPropertyResolver<,>), typeof(StructGetter<,>))
            : (typeof(PropertyResolver<,>), typeof(Func<,>));
        Type[] arguments = [parent, property.PropertyType];
        var read = property.GetMethod!.CreateDelegate(getter.MakeGenericType(arguments));
        return (FieldResolver)Activator.CreateInstance(resolver.MakeGenericType(arguments), read)!;
    }
}
