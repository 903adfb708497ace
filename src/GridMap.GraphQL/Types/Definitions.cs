using System.Text;
using GridMap.GraphQL.Execution;
using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Types;

public sealed class FieldDefinition(string name, GraphQLType type)
{
    public string Name { get; } = name;

    public GraphQLType Type { get; } = type;

    public string? Description { get; internal set; }

    public OrderedDictionary<string, InputValueDefinition> Arguments { get; } = new(StringComparer.Ordinal);

    public string? DeprecationReason { get; internal set; }

    public IReadOnlyList<DirectiveNode> Directives { get; internal set; } = [];

    public FieldDefinitionNode? Node { get; internal set; }

    /// <summary>How its value is come by; set when resolvers are bound.</summary>
    public FieldResolver? Resolver { get; internal set; }
}

/// <summary>An argument, or a field of an input object.</summary>
public sealed class InputValueDefinition(string name, GraphQLType type, int index)
{
    private readonly byte[] _nameUtf8 = Encoding.UTF8.GetBytes(name);

    public string Name { get; } = name;

    /// <summary>Its name as it is in JSON.</summary>
    internal ReadOnlySpan<byte> NameUtf8 => _nameUtf8;

    public GraphQLType Type { get; } = type;

    /// <summary>Its place among the arguments or the fields it is one of.</summary>
    public int Index { get; } = index;

    public string? Description { get; internal set; }

    public ValueNode? DefaultValue { get; internal set; }

    public string? DeprecationReason { get; internal set; }

    public IReadOnlyList<DirectiveNode> Directives { get; internal set; } = [];

    public InputValueDefinitionNode? Node { get; internal set; }

    /// <summary>Kept when the default value is first needed, which is after the values of enums are bound.</summary>
    internal CoercedValue? CoercedDefault { get; set; }

    /// <summary>A value must be given: non-null and without a default (specification, section 3.6.1).</summary>
    public bool IsRequired => Type is NonNullType && DefaultValue is null;
}

/// <summary>A value that has been coerced, which may be null.</summary>
internal sealed record CoercedValue(object? Value);

public sealed class EnumValueDefinition(string name)
{
    public string Name { get; } = name;

    public string? Description { get; internal set; }

    public string? DeprecationReason { get; internal set; }

    public IReadOnlyList<DirectiveNode> Directives { get; internal set; } = [];

    public EnumValueDefinitionNode? Node { get; internal set; }

    /// <summary>What resolvers see: the member of a bound .NET enum, or else the name.</summary>
    public object Value { get; internal set; } = name;
}

public sealed class DirectiveDefinition(string name, IReadOnlyList<string> locations, bool isRepeatable = false)
{
    public string Name { get; } = name;

    public string? Description { get; internal set; }

    public OrderedDictionary<string, InputValueDefinition> Arguments { get; } = new(StringComparer.Ordinal);

    /// <summary>Names as in the specification, `FIELD` or `OBJECT`.</summary>
    public IReadOnlyList<string> Locations { get; } = locations;

    public bool IsRepeatable { get; } = isRepeatable;

    /// <summary>Of the specification, or one of its name.</summary>
    public bool IsBuiltIn { get; internal set; }

    public DirectiveDefinitionNode? Node { get; internal set; }
}
