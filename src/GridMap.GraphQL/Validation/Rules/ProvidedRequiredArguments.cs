using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Validation.Rules;

/// <summary>Arguments without null and without a default are given (specification, section 5.4.3).</summary>
internal sealed class ProvidedRequiredArguments(ValidationContext context) : ValidationRule
{
    public override void Listen(WalkEvents events)
    {
        events.FieldLeft += CheckField;
        events.DirectiveLeft += CheckDirective;
    }

    private void CheckField(FieldNode field, FieldSite site)
    {
        if (site.Definition is { Arguments.Count: > 0 } definition)
            Check($"Field \"{definition.Name}\"", field, field.Arguments, definition.Arguments);
    }

    private void CheckDirective(DirectiveNode directive, DirectiveSite site)
    {
        if (site.Definition is { Arguments.Count: > 0 } definition)
            Check($"Directive \"@{definition.Name}\"", directive, directive.Arguments, definition.Arguments);
    }

    private void Check(
        string subject, SyntaxNode node, IReadOnlyList<ArgumentNode> given, OrderedDictionary<string, InputValueDefinition> defined)
    {
        foreach (var argument in defined.Values)
        {
            if (argument.IsRequired && !given.Any(node => node.Name.Value == argument.Name))
                context.Report($"{subject} argument \"{argument.Name}\" of type \"{argument.Type}\" is required, but it was not provided.", node);
        }
    }
}
