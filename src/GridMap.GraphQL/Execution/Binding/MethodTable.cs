using System.Reflection;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Execution.Binding;

/// <summary>The public methods of resolver classes by the field that they resolve.</summary>
internal sealed class MethodTable(Schema schema, RuntimeTypes runtimeTypes, BindingErrors errors)
{
    private readonly Dictionary<(ObjectType Type, string Field), MethodInfo> _methods = [];
    private readonly HashSet<MethodInfo> _used = [];

    public void Add(Type resolverClass)
    {
        if (FindOwner(resolverClass) is not { } owner)
            return;

        var methods = resolverClass.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly);
        foreach (var method in methods.Where(method => !method.IsSpecialName))
        {
            Add(owner, method);
        }
    }

    public MethodInfo? Find(ObjectType type, FieldDefinition field)
    {
        if (!_methods.TryGetValue((type, field.Name), out var method))
            return null;

        _used.Add(method);
        return method;
    }

    public void ReportUnused()
    {
        foreach (var ((type, field), method) in _methods.Where(pair => !_used.Contains(pair.Value)))
        {
            var why = type.Fields.ContainsKey(field) ? "another resolver goes before it" : $"{type.Name} has no field {field}";
            errors.Add($"{method.DeclaringType!.Name}.{method.Name} resolves nothing: {why}.");
        }
    }

    private void Add(ObjectType owner, MethodInfo method)
    {
        var name = FieldNames.OfMethod(method);
        if (!_methods.TryAdd((owner, name), method))
        {
            var other = _methods[(owner, name)];
            errors.Add($"{owner.Name}.{name} has two resolvers: {other.DeclaringType!.Name}.{other.Name} and {method.DeclaringType!.Name}.{method.Name}.");
            _used.Add(method);
        }
    }

    private ObjectType? FindOwner(Type resolverClass)
    {
        foreach (var attribute in resolverClass.GetCustomAttributes(inherit: false))
        {
            switch (attribute)
            {
                case QueryTypeAttribute:
                    return Root(schema.Query, "query", resolverClass);
                case MutationTypeAttribute:
                    return Root(schema.Mutation, "mutation", resolverClass);
                case SubscriptionTypeAttribute:
                    return Root(schema.Subscription, "subscription", resolverClass);
                case ExtendObjectTypeAttribute extended:
                    return Named(extended.Name, resolverClass);
                case IObjectTypeAttribute declared:
                    return Declared(declared, resolverClass);
                default:
                    break;
            }
        }

        errors.Add($"{resolverClass.Name} is not marked as resolvers of any type.");
        return null;
    }

    private ObjectType? Root(ObjectType? type, string operation, Type resolverClass)
    {
        if (type is null)
        {
            errors.Add($"{resolverClass.Name} resolves the {operation} type, which the schema does not have.");
        }

        return type;
    }

    private ObjectType? Named(string name, Type resolverClass)
    {
        if (schema.Types.GetValueOrDefault(name) is ObjectType type)
            return type;

        errors.Add($"{resolverClass.Name} resolves the object type {name}, which the schema does not have.");
        return null;
    }

    private ObjectType? Declared(IObjectTypeAttribute declared, Type resolverClass)
    {
        var type = Named(declared.Name ?? declared.RuntimeType.Name, resolverClass);
        if (type is not null)
        {
            runtimeTypes.Set(type, declared.RuntimeType, resolverClass.Name);
        }

        return type;
    }
}
