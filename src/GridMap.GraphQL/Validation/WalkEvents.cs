using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Validation;

/// <summary>What is heard of a walk over a document; what nobody listens to costs nothing.</summary>
internal sealed class WalkEvents
{
    public Action<DocumentNode>? DocumentEntered { get; set; }

    public Action<DocumentNode>? DocumentLeft { get; set; }

    public Action<OperationDefinitionNode>? OperationEntered { get; set; }

    public Action<OperationDefinitionNode>? OperationLeft { get; set; }

    public Action<FragmentDefinitionNode>? FragmentEntered { get; set; }

    public Action<VariableDefinitionNode>? VariableDefinitionEntered { get; set; }

    /// <summary>The selections of an operation, a fragment or a field; those of inline fragments are part of these.</summary>
    public Action<SelectionSetNode, SelectionSite>? SelectionSetEntered { get; set; }

    public Action<FieldNode, FieldSite>? FieldEntered { get; set; }

    public Action<FieldNode, FieldSite>? FieldLeft { get; set; }

    public Action<FragmentSpreadNode, SelectionSite>? FragmentSpreadEntered { get; set; }

    public Action<InlineFragmentNode, SelectionSite>? InlineFragmentEntered { get; set; }

    /// <summary>The name of a type, in a type condition or in the type of a variable.</summary>
    public Action<NamedTypeNode>? TypeNameEntered { get; set; }

    /// <summary>All directives of one place, at least one.</summary>
    public Action<IReadOnlyList<DirectiveNode>>? DirectivesEntered { get; set; }

    public Action<DirectiveNode, DirectiveSite>? DirectiveEntered { get; set; }

    public Action<DirectiveNode, DirectiveSite>? DirectiveLeft { get; set; }

    /// <summary>An argument of a field, not of a directive.</summary>
    public Action<ArgumentNode, FieldSite>? FieldArgumentEntered { get; set; }

    /// <summary>Any value, also within lists and objects, but a variable.</summary>
    public Action<ValueNode, ValueSite>? ValueEntered { get; set; }

    public Action<ValueNode>? ValueLeft { get; set; }

    public Action<ObjectFieldNode, ObjectFieldSite>? ObjectFieldEntered { get; set; }

    /// <summary>A variable where it is used.</summary>
    public Action<VariableNode, ValueSite>? VariableEntered { get; set; }
}
