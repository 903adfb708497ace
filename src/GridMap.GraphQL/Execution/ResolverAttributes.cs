namespace GridMap.GraphQL.Execution;

/// <summary>
/// On a static class: its public methods are resolvers of fields of the query type. A method's name without `Get` in front and `Async` behind,
/// in camel case, is the field's. Parameters are, by attribute or by type: the parent, arguments by name, a DataLoader, a service, a CancellationToken.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class QueryTypeAttribute : Attribute;

/// <summary>As QueryType, for fields of the mutation type.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MutationTypeAttribute : Attribute;

/// <summary>As QueryType, for fields of the subscription type; methods answer with an IAsyncEnumerable of messages.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SubscriptionTypeAttribute : Attribute;

/// <summary>On a static class: resolvers of fields of the object type whose values are `TRuntime`; properties of `TRuntime` are the fields without a method.</summary>
/// <param name="name">The type's name in the schema, if it is not `TRuntime`'s.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ObjectTypeAttribute<TRuntime>(string? name = null) : Attribute, IObjectTypeAttribute
{
    public string? Name { get; } = name;

    Type IObjectTypeAttribute.RuntimeType => typeof(TRuntime);
}

/// <summary>ObjectType of any `TRuntime`.</summary>
internal interface IObjectTypeAttribute
{
    public string? Name { get; }

    public Type RuntimeType { get; }
}

/// <summary>On a static class: resolvers that one subject adds to an object type of another; it knows the type by its name in the schema only.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExtendObjectTypeAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>On a parameter: the object whose field is resolved, or with a property's name the value of that property of it.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ParentAttribute(string? property = null) : Attribute
{
    public string? Property { get; } = property;
}

/// <summary>On a method or a parameter: its name in the schema where it differs from the rule.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Parameter)]
public sealed class GraphQLNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
