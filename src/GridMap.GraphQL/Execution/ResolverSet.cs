using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Execution;

/// <summary>Everything that gives fields their values; the engine binds it to a schema, once.</summary>
public sealed class ResolverSet
{
    private readonly List<Type> _classes = [];
    private readonly Dictionary<(string Type, string Field), FieldResolver> _fields = [];

    public IReadOnlyList<Type> Classes => _classes;

    public IReadOnlyDictionary<(string Type, string Field), FieldResolver> Fields => _fields;

    /// <summary>Answers for fields that have neither a resolver nor a property; without it they are binding errors.</summary>
    public Func<ObjectType, FieldDefinition, FieldResolver>? Fallback { get; init; }

    /// <summary>Names the object type of a value of an interface or a union where its .NET type does not tell.</summary>
    public Func<object, string?>? TypeNameOf { get; init; }

    /// <summary>Adds a static class marked as QueryType, MutationType, SubscriptionType, ObjectType or ExtendObjectType.</summary>
    public ResolverSet Add(Type resolverClass)
    {
        _classes.Add(resolverClass);
        return this;
    }

    /// <summary>Adds one field's resolver; it goes before a method or a property.</summary>
    public ResolverSet Add(string type, string field, FieldResolver resolver)
    {
        _fields[(type, field)] = resolver;
        return this;
    }
}

/// <summary>Resolvers and schema do not fit: every error at once.</summary>
public sealed class SchemaBindingException(IReadOnlyList<string> errors)
    : Exception($"The resolvers do not fit the schema:{Environment.NewLine}{string.Join(Environment.NewLine, errors)}")
{
    public IReadOnlyList<string> Errors { get; } = errors;
}
