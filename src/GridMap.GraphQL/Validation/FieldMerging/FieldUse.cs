using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Validation.FieldMerging;

/// <summary>
/// A field where it is selected: on which type, and of which type it is there, if both are known.
/// Meta-fields count as of no known type, as they do in the reference implementation.
/// </summary>
internal sealed class FieldUse(FieldNode node, CompositeType? parent)
{
    private string? _arguments;

    public FieldNode Node { get; } = node;

    public CompositeType? Parent { get; } = parent;

    public GraphQLType? Type { get; } = (parent as FieldsType)?.Fields.GetValueOrDefault(node.Name.Value)?.Type;

    /// <summary>The same for identical arguments only.</summary>
    public string Arguments => _arguments ??= ArgumentText.Of(Node.Arguments);

    /// <summary>The type that the field's own selections are on.</summary>
    public CompositeType? SelectionType => Type?.Named as CompositeType;

    /// <summary>No object has both fields, as no object is of two types.</summary>
    public bool Excludes(FieldUse other) => Parent != other.Parent && Parent is ObjectType && other.Parent is ObjectType;

    public bool IsSameField(FieldUse other) => Node.Name.Value == other.Node.Name.Value && Arguments == other.Arguments;

    /// <summary>The types differ so that a response could not hold a value of either: step by step SameResponseShape of the section.</summary>
    public static bool AreTypesInConflict(GraphQLType? left, GraphQLType? right) => (left, right) switch
    {
        (null, _) or (_, null) => false,
        (ListType first, ListType second) => AreTypesInConflict(first.OfType, second.OfType),
        (NonNullType first, NonNullType second) => AreTypesInConflict(first.OfType, second.OfType),
        (CompositeType, CompositeType) => false,
        _ => left != right,
    };
}
