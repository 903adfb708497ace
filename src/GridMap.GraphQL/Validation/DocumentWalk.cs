using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Validation;

/// <summary>Goes once over the executable definitions of a document, depth first, and says at each node which type applies there.</summary>
internal sealed class DocumentWalk(Schema schema, WalkEvents events)
{
    public void Visit(DocumentNode document)
    {
        events.DocumentEntered?.Invoke(document);
        foreach (var definition in document.Definitions)
            Visit(definition);

        events.DocumentLeft?.Invoke(document);
    }

    public void Visit(DefinitionNode definition)
    {
        if (definition is OperationDefinitionNode operation)
            VisitOperation(operation);
        else if (definition is FragmentDefinitionNode fragment)
            VisitFragment(fragment);
    }

    private void VisitOperation(OperationDefinitionNode operation)
    {
        events.OperationEntered?.Invoke(operation);
        foreach (var variable in operation.VariableDefinitions)
            VisitVariableDefinition(variable);

        VisitDirectives(operation.Directives, LocationOf(operation.Operation));
        VisitSelectionSet(operation.SelectionSet, schema.RootType(operation.Operation));
        events.OperationLeft?.Invoke(operation);
    }

    private void VisitFragment(FragmentDefinitionNode fragment)
    {
        events.FragmentEntered?.Invoke(fragment);
        events.TypeNameEntered?.Invoke(fragment.TypeCondition);
        VisitDirectives(fragment.Directives, "FRAGMENT_DEFINITION");
        VisitSelectionSet(fragment.SelectionSet, schema.FindType(fragment.TypeCondition) as CompositeType);
    }

    private void VisitVariableDefinition(VariableDefinitionNode variable)
    {
        events.VariableDefinitionEntered?.Invoke(variable);
        VisitType(variable.Type);
        if (variable.DefaultValue is { } value)
            VisitValue(value, new(schema.FindType(variable.Type) is { IsInput: true } type ? type : null));

        VisitDirectives(variable.Directives, "VARIABLE_DEFINITION");
    }

    private void VisitType(TypeNode type)
    {
        while (type is not NamedTypeNode)
            type = type is ListTypeNode list ? list.Type : ((NonNullTypeNode)type).Type;

        events.TypeNameEntered?.Invoke((NamedTypeNode)type);
    }

    private void VisitSelectionSet(SelectionSetNode selectionSet, CompositeType? parent)
    {
        events.SelectionSetEntered?.Invoke(selectionSet, new(parent));
        VisitSelections(selectionSet.Selections, parent);
    }

    private void VisitSelections(IReadOnlyList<SelectionNode> selections, CompositeType? parent)
    {
        for (var index = 0; index < selections.Count; index++)
        {
            switch (selections[index])
            {
                case FieldNode field:
                    VisitField(field, new(parent, parent is null ? null : schema.FindField(parent, field.Name.Value)));
                    break;
                case FragmentSpreadNode spread:
                    events.FragmentSpreadEntered?.Invoke(spread, new(parent));
                    VisitDirectives(spread.Directives, "FRAGMENT_SPREAD");
                    break;
                case InlineFragmentNode fragment:
                    VisitInlineFragment(fragment, parent);
                    break;
            }
        }
    }

    private void VisitField(FieldNode field, FieldSite site)
    {
        events.FieldEntered?.Invoke(field, site);
        for (var index = 0; index < field.Arguments.Count; index++)
        {
            var argument = field.Arguments[index];
            events.FieldArgumentEntered?.Invoke(argument, site);
            VisitValue(argument.Value, ValueSite.Of(site.Definition?.Arguments.GetValueOrDefault(argument.Name.Value)));
        }

        VisitDirectives(field.Directives, "FIELD");
        if (field.SelectionSet is { } selectionSet)
            VisitSelectionSet(selectionSet, site.Definition?.Type.Named as CompositeType);

        events.FieldLeft?.Invoke(field, site);
    }

    private void VisitInlineFragment(InlineFragmentNode fragment, CompositeType? parent)
    {
        events.InlineFragmentEntered?.Invoke(fragment, new(parent));
        if (fragment.TypeCondition is { } condition)
            events.TypeNameEntered?.Invoke(condition);

        VisitDirectives(fragment.Directives, "INLINE_FRAGMENT");
        VisitSelections(
            fragment.SelectionSet.Selections, fragment.TypeCondition is { } type ? schema.FindType(type) as CompositeType : parent);
    }

    private void VisitDirectives(IReadOnlyList<DirectiveNode> directives, string location)
    {
        if (directives.Count == 0)
            return;

        events.DirectivesEntered?.Invoke(directives);
        foreach (var directive in directives)
            VisitDirective(directive, new(schema.Directives.GetValueOrDefault(directive.Name.Value), location));
    }

    private void VisitDirective(DirectiveNode directive, DirectiveSite site)
    {
        events.DirectiveEntered?.Invoke(directive, site);
        foreach (var argument in directive.Arguments)
            VisitValue(argument.Value, ValueSite.Of(site.Definition?.Arguments.GetValueOrDefault(argument.Name.Value)));

        events.DirectiveLeft?.Invoke(directive, site);
    }

    private void VisitValue(ValueNode value, ValueSite site)
    {
        if (value is VariableNode variable)
        {
            events.VariableEntered?.Invoke(variable, site);
            return;
        }

        events.ValueEntered?.Invoke(value, site);
        if (value is ListValueNode list)
            VisitItems(list, site.Type?.Nullable);
        else if (value is ObjectValueNode fields)
            VisitObjectFields(fields, site.Type?.Named as InputObjectType);

        events.ValueLeft?.Invoke(value);
    }

    /// <summary>A list where none is expected is the fault of the list; its items are not expected to be anything else than it is.</summary>
    private void VisitItems(ListValueNode list, GraphQLType? type)
    {
        var site = new ValueSite(type is ListType { OfType: var item } ? item : type);
        foreach (var value in list.Values)
            VisitValue(value, site);
    }

    private void VisitObjectFields(ObjectValueNode value, InputObjectType? owner)
    {
        foreach (var field in value.Fields)
        {
            var definition = owner?.Fields.GetValueOrDefault(field.Name.Value);
            events.ObjectFieldEntered?.Invoke(field, new(owner, definition));
            VisitValue(field.Value, ValueSite.Of(definition, owner));
        }
    }

    private static string LocationOf(OperationType operation) => operation switch
    {
        OperationType.Query => "QUERY",
        OperationType.Mutation => "MUTATION",
        OperationType.Subscription => "SUBSCRIPTION",
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, null),
    };
}
