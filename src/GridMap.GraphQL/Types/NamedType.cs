using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Types;

/// <summary>A type with a name, put together from its definition and all extensions of it.</summary>
public abstract class NamedType(string name) : GraphQLType
{
    public string Name { get; } = name;

    public string? Description { get; internal set; }

    /// <summary>The directives of the definition and of its extensions, in order.</summary>
    public IReadOnlyList<DirectiveNode> Directives { get; internal set; } = [];

    /// <summary>The definition, then its extensions; empty for a scalar that no document defines.</summary>
    public IReadOnlyList<TypeDefinitionNode> Nodes { get; internal set; } = [];

    /// <summary>Of the specification: a scalar or an introspection type.</summary>
    public bool IsBuiltIn { get; internal set; }

    public override string ToString() => Name;
}

/// <summary>A type whose values have fields to select: an object, an interface, or (with only `__typename`) a union.</summary>
public abstract class CompositeType(string name) : NamedType(name);

/// <summary>An object or an interface.</summary>
public abstract class FieldsType(string name) : CompositeType(name)
{
    /// <summary>By name, in order of definition.</summary>
    public OrderedDictionary<string, FieldDefinition> Fields { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<InterfaceType> Interfaces { get; internal set; } = [];
}

public sealed class ObjectType(string name) : FieldsType(name)
{
    /// <summary>The .NET type of its values, once resolvers are bound; tells the type of a value of an interface or a union.</summary>
    public Type? RuntimeType { get; internal set; }
}

public sealed class InterfaceType(string name) : FieldsType(name);

public sealed class UnionType(string name) : CompositeType(name)
{
    public IReadOnlyList<ObjectType> Types { get; internal set; } = [];
}

public sealed class EnumType(string name) : NamedType(name)
{
    public OrderedDictionary<string, EnumValueDefinition> Values { get; } = new(StringComparer.Ordinal);
}

public sealed class InputObjectType(string name) : NamedType(name)
{
    public OrderedDictionary<string, InputValueDefinition> Fields { get; } = new(StringComparer.Ordinal);

    public bool IsOneOf { get; internal set; }
}

/// <summary>A leaf with a textual form; what it accepts and how it is written is its coercion.</summary>
public sealed class ScalarType(string name, ScalarCoercion coercion) : NamedType(name)
{
    public ScalarCoercion Coercion { get; } = coercion;

    public string? SpecifiedBy { get; internal set; }
}
