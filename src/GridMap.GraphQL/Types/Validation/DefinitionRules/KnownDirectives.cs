namespace GridMap.GraphQL.Types.Validation.DefinitionRules;

/// <summary>Every directive is defined, and for the place it stands at (specification, section 3.13).</summary>
internal static class KnownDirectives
{
    public static void Check(DefinitionContext context)
    {
        foreach (var site in context.DirectiveSites)
        {
            foreach (var directive in site.Directives)
            {
                var name = directive.Name.Value;
                if (context.FindDirective(name) is not { } definition)
                    context.Report($"Unknown directive \"@{name}\".", directive);
                else if (definition.Locations.All(location => location.Value != site.Location))
                    context.Report($"Directive \"@{name}\" may not be used on {site.Location}.", directive);
            }
        }
    }
}
