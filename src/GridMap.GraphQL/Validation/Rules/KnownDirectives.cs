using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Validation.Rules;

/// <summary>Directives are defined and stand where they may (specification, sections 5.7.1 and 5.7.2).</summary>
internal sealed class KnownDirectives(ValidationContext context) : ValidationRule
{
    public override void Listen(WalkEvents events) => events.DirectiveEntered += Check;

    private void Check(DirectiveNode directive, DirectiveSite site)
    {
        if (site.Definition is not { Locations: var locations })
            context.Report($"Unknown directive \"@{directive.Name.Value}\".", directive);
        else if (!locations.Contains(site.Location))
            context.Report($"Directive \"@{directive.Name.Value}\" may not be used on {site.Location}.", directive);
    }
}
