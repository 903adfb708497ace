using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Validation;

/// <summary>Where selections stand: on which type, unless a faulty document leaves it unknown.</summary>
internal readonly record struct SelectionSite(CompositeType? Parent);

/// <summary>Where a field stands: on which type, and what that type says of it; either is unknown in a faulty document.</summary>
internal readonly record struct FieldSite(CompositeType? Parent, FieldDefinition? Definition);

/// <summary>Where a directive stands, in the words of section 3.13, and what the schema says of it.</summary>
internal readonly record struct DirectiveSite(DirectiveDefinition? Definition, string Location);

/// <summary>Where a value stands: the type that is expected, whether it has a default there, and the input object whose field it is.</summary>
internal readonly record struct ValueSite(GraphQLType? Type, bool HasDefault = false, InputObjectType? Owner = null)
{
    public static ValueSite Of(InputValueDefinition? definition, InputObjectType? owner = null) =>
        new(definition is { Type.IsInput: true } ? definition.Type : null, definition?.DefaultValue is not null, owner);
}

/// <summary>Where a field of an input object stands: in which type, and what that type says of it.</summary>
internal readonly record struct ObjectFieldSite(InputObjectType? Owner, InputValueDefinition? Definition);
