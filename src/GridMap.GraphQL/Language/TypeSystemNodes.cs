namespace GridMap.GraphQL.Language;

/// <summary>A definition or an extension of the type system.</summary>
public abstract class TypeSystemDefinitionNode(StringValueNode? description, IReadOnlyList<DirectiveNode> directives, SourceSpan span) : DefinitionNode(span)
{
    public StringValueNode? Description { get; } = description;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

/// <summary>`schema { … }`, or with `IsExtension` what stands behind `extend schema`.</summary>
public sealed class SchemaDefinitionNode(
    StringValueNode? description,
    bool isExtension,
    IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<OperationTypeDefinitionNode> operationTypes,
    SourceSpan span) : TypeSystemDefinitionNode(description, directives, span)
{
    public bool IsExtension { get; } = isExtension;

    public IReadOnlyList<OperationTypeDefinitionNode> OperationTypes { get; } = operationTypes;
}

public sealed class OperationTypeDefinitionNode(OperationType operation, NamedTypeNode type, SourceSpan span) : SyntaxNode(span)
{
    public OperationType Operation { get; } = operation;

    public NamedTypeNode Type { get; } = type;
}

/// <summary>The definition of a named type, or with `IsExtension` what is added to one.</summary>
public abstract class TypeDefinitionNode(
    StringValueNode? description, NameNode name, bool isExtension, IReadOnlyList<DirectiveNode> directives, SourceSpan span)
    : TypeSystemDefinitionNode(description, directives, span)
{
    public NameNode Name { get; } = name;

    public bool IsExtension { get; } = isExtension;
}

public sealed class ScalarTypeDefinitionNode(
    StringValueNode? description, NameNode name, bool isExtension, IReadOnlyList<DirectiveNode> directives, SourceSpan span)
    : TypeDefinitionNode(description, name, isExtension, directives, span);

public sealed class ObjectTypeDefinitionNode(
    StringValueNode? description,
    NameNode name,
    bool isExtension,
    IReadOnlyList<NamedTypeNode> interfaces,
    IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<FieldDefinitionNode> fields,
    SourceSpan span) : TypeDefinitionNode(description, name, isExtension, directives, span)
{
    public IReadOnlyList<NamedTypeNode> Interfaces { get; } = interfaces;

    public IReadOnlyList<FieldDefinitionNode> Fields { get; } = fields;
}

public sealed class InterfaceTypeDefinitionNode(
    StringValueNode? description,
    NameNode name,
    bool isExtension,
    IReadOnlyList<NamedTypeNode> interfaces,
    IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<FieldDefinitionNode> fields,
    SourceSpan span) : TypeDefinitionNode(description, name, isExtension, directives, span)
{
    public IReadOnlyList<NamedTypeNode> Interfaces { get; } = interfaces;

    public IReadOnlyList<FieldDefinitionNode> Fields { get; } = fields;
}

public sealed class UnionTypeDefinitionNode(
    StringValueNode? description,
    NameNode name,
    bool isExtension,
    IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<NamedTypeNode> types,
    SourceSpan span) : TypeDefinitionNode(description, name, isExtension, directives, span)
{
    public IReadOnlyList<NamedTypeNode> Types { get; } = types;
}

public sealed class EnumTypeDefinitionNode(
    StringValueNode? description,
    NameNode name,
    bool isExtension,
    IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<EnumValueDefinitionNode> values,
    SourceSpan span) : TypeDefinitionNode(description, name, isExtension, directives, span)
{
    public IReadOnlyList<EnumValueDefinitionNode> Values { get; } = values;
}

public sealed class InputObjectTypeDefinitionNode(
    StringValueNode? description,
    NameNode name,
    bool isExtension,
    IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<InputValueDefinitionNode> fields,
    SourceSpan span) : TypeDefinitionNode(description, name, isExtension, directives, span)
{
    public IReadOnlyList<InputValueDefinitionNode> Fields { get; } = fields;
}

public sealed class FieldDefinitionNode(
    StringValueNode? description,
    NameNode name,
    IReadOnlyList<InputValueDefinitionNode> arguments,
    TypeNode type,
    IReadOnlyList<DirectiveNode> directives,
    SourceSpan span) : SyntaxNode(span)
{
    public StringValueNode? Description { get; } = description;

    public NameNode Name { get; } = name;

    public IReadOnlyList<InputValueDefinitionNode> Arguments { get; } = arguments;

    public TypeNode Type { get; } = type;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

public sealed class InputValueDefinitionNode(
    StringValueNode? description, NameNode name, TypeNode type, ValueNode? defaultValue, IReadOnlyList<DirectiveNode> directives, SourceSpan span)
    : SyntaxNode(span)
{
    public StringValueNode? Description { get; } = description;

    public NameNode Name { get; } = name;

    public TypeNode Type { get; } = type;

    public ValueNode? DefaultValue { get; } = defaultValue;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

public sealed class EnumValueDefinitionNode(StringValueNode? description, NameNode name, IReadOnlyList<DirectiveNode> directives, SourceSpan span)
    : SyntaxNode(span)
{
    public StringValueNode? Description { get; } = description;

    public NameNode Name { get; } = name;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

public sealed class DirectiveDefinitionNode(
    StringValueNode? description,
    NameNode name,
    IReadOnlyList<InputValueDefinitionNode> arguments,
    bool isRepeatable,
    IReadOnlyList<NameNode> locations,
    SourceSpan span) : TypeSystemDefinitionNode(description, [], span)
{
    public NameNode Name { get; } = name;

    public IReadOnlyList<InputValueDefinitionNode> Arguments { get; } = arguments;

    public bool IsRepeatable { get; } = isRepeatable;

    public IReadOnlyList<NameNode> Locations { get; } = locations;
}
