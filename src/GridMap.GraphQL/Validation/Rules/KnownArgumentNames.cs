using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Validation.Rules;

/// <summary>Arguments are among those of their field or directive (specification, section 5.4.1).</summary>
internal sealed class KnownArgumentNames(ValidationContext context) : ValidationRule
{
    public override void Listen(WalkEvents events)
    {
        events.FieldArgumentEntered += CheckOfField;
        events.DirectiveEntered += CheckOfDirective;
    }

    private void CheckOfField(ArgumentNode argument, FieldSite site)
    {
        var name = argument.Name.Value;
        if (site is not { Parent: { } parent, Definition: { } field } || field.Arguments.ContainsKey(name))
            return;

        context.Report($"Unknown argument \"{name}\" on field \"{parent}.{field.Name}\".{context.DidYouMean(name, field.Arguments.Keys)}", argument);
    }

    private void CheckOfDirective(DirectiveNode directive, DirectiveSite site)
    {
        if (site.Definition is not { Arguments: var defined })
            return;

        foreach (var argument in directive.Arguments)
        {
            var name = argument.Name.Value;
            if (defined.ContainsKey(name))
                continue;

            var suggestion = context.DidYouMean(name, defined.Keys);
            context.Report($"Unknown argument \"{name}\" on directive \"@{directive.Name.Value}\".{suggestion}", argument);
        }
    }
}
