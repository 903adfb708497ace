using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types.Scalars;

namespace GridMap.GraphQL.Types.Building;

/// <summary>Makes types from their definitions: first each by its name alone, so that they can refer to each other, then what is in them.</summary>
internal sealed class TypeAssembly(IReadOnlyDictionary<string, ScalarCoercion> scalars)
{
    /// <summary>By name, in order of definition.</summary>
    public OrderedDictionary<string, NamedType> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>Makes the types of a set of definitions, leaving out those whose name is taken.</summary>
    public void Add(DefinitionSet definitions, bool isBuiltIn = false)
    {
        var added = definitions.Types.Values.Where(node => !Types.ContainsKey(node.Name.Value)).ToList();
        foreach (var node in added)
        {
            Types.Add(node.Name.Value, Named(node));
        }

        foreach (var node in added)
        {
            var type = Types[node.Name.Value];
            type.IsBuiltIn = isBuiltIn;
            Fill(type, node, definitions.NodesOf(node));
        }
    }

    /// <summary>A scalar that is registered with the builder and defined by no document.</summary>
    public void AddScalar(string name, ScalarCoercion coercion) =>
        Types.TryAdd(name, new ScalarType(name, coercion) { Description = coercion.Description, SpecifiedBy = coercion.SpecifiedBy });

    public DirectiveDefinition Directive(DirectiveDefinitionNode node, bool isBuiltIn)
    {
        var directive = new DirectiveDefinition(node.Name.Value, [.. node.Locations.Select(location => location.Value)], node.IsRepeatable)
        {
            Description = node.Description?.Value,
            Node = node,
            IsBuiltIn = isBuiltIn,
        };
        AddInputValues(directive.Arguments, node.Arguments);
        return directive;
    }

    private NamedType Named(TypeDefinitionNode node)
    {
        var name = node.Name.Value;
        return node switch
        {
            ScalarTypeDefinitionNode => new ScalarType(name, scalars.GetValueOrDefault(name) ?? new AnyCoercion()),
            ObjectTypeDefinitionNode => new ObjectType(name),
            InterfaceTypeDefinitionNode => new InterfaceType(name),
            UnionTypeDefinitionNode => new UnionType(name),
            EnumTypeDefinitionNode => new EnumType(name),
            InputObjectTypeDefinitionNode => new InputObjectType(name),
            _ => throw new ArgumentOutOfRangeException(nameof(node), node, null),
        };
    }

    private void Fill(NamedType type, TypeDefinitionNode definition, IReadOnlyList<TypeDefinitionNode> nodes)
    {
        type.Description = definition.Description?.Value;
        type.Nodes = nodes;
        type.Directives = [.. nodes.SelectMany(node => node.Directives)];
        switch (type)
        {
            case ScalarType scalar:
                Fill(scalar);
                break;
            case FieldsType fields:
                Fill(fields, nodes);
                break;
            case UnionType union:
                union.Types = [.. nodes.OfType<UnionTypeDefinitionNode>().SelectMany(node => node.Types).Select(Find).OfType<ObjectType>().Distinct()];
                break;
            case EnumType values:
                Fill(values, nodes);
                break;
            case InputObjectType input:
                Fill(input, nodes);
                break;
        }
    }

    private static void Fill(ScalarType scalar)
    {
        scalar.Description ??= scalar.Coercion.Description;
        scalar.SpecifiedBy = AppliedDirectives.SpecifiedBy(scalar.Directives) ?? scalar.Coercion.SpecifiedBy;
    }

    private void Fill(FieldsType type, IReadOnlyList<TypeDefinitionNode> nodes)
    {
        type.Interfaces = [.. nodes.SelectMany(Declared.Interfaces).Select(Find).OfType<InterfaceType>().Distinct()];
        foreach (var node in nodes.SelectMany(Declared.Fields))
        {
            type.Fields.TryAdd(node.Name.Value, Field(node));
        }
    }

    private static void Fill(EnumType type, IReadOnlyList<TypeDefinitionNode> nodes)
    {
        foreach (var node in nodes.OfType<EnumTypeDefinitionNode>().SelectMany(node => node.Values))
        {
            type.Values.TryAdd(node.Name.Value, new EnumValueDefinition(node.Name.Value)
            {
                Description = node.Description?.Value,
                DeprecationReason = AppliedDirectives.DeprecationReason(node.Directives),
                Directives = node.Directives,
                Node = node,
            });
        }
    }

    private void Fill(InputObjectType type, IReadOnlyList<TypeDefinitionNode> nodes)
    {
        type.IsOneOf = AppliedDirectives.IsOneOf(type.Directives);
        AddInputValues(type.Fields, nodes.OfType<InputObjectTypeDefinitionNode>().SelectMany(node => node.Fields));
    }

    private FieldDefinition Field(FieldDefinitionNode node)
    {
        var field = new FieldDefinition(node.Name.Value, Reference(node.Type))
        {
            Description = node.Description?.Value,
            DeprecationReason = AppliedDirectives.DeprecationReason(node.Directives),
            Directives = node.Directives,
            Node = node,
        };
        AddInputValues(field.Arguments, node.Arguments);
        return field;
    }

    private void AddInputValues(OrderedDictionary<string, InputValueDefinition> values, IEnumerable<InputValueDefinitionNode> nodes)
    {
        foreach (var node in nodes)
        {
            values.TryAdd(node.Name.Value, new InputValueDefinition(node.Name.Value, Reference(node.Type), values.Count)
            {
                Description = node.Description?.Value,
                DefaultValue = node.DefaultValue,
                DeprecationReason = AppliedDirectives.DeprecationReason(node.Directives),
                Directives = node.Directives,
                Node = node,
            });
        }
    }

    private GraphQLType Reference(TypeNode node) => node switch
    {
        NamedTypeNode named => Find(named),
        ListTypeNode list => new ListType(Reference(list.Type)),
        NonNullTypeNode nonNull => new NonNullType(Reference(nonNull.Type)),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, null),
    };

    private NamedType Find(NamedTypeNode node) => Types[node.Name.Value];
}
