using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Types.Validation.DefinitionRules;

/// <summary>
/// Only repeatable directives stand twice at one place; a type and its extensions are one, the schema and its extensions too
/// (specification, section 3.13).
/// </summary>
internal static class UniqueDirectivesPerLocation
{
    public static void Check(DefinitionContext context)
    {
        var seen = new Dictionary<(object Place, string Directive), DirectiveNode>();
        foreach (var site in context.DirectiveSites)
        {
            foreach (var directive in site.Directives.Where(directive => context.FindDirective(directive.Name.Value) is { IsRepeatable: false }))
            {
                var key = (PlaceOf(site), directive.Name.Value);
                if (!seen.TryAdd(key, directive))
                    context.Report($"The directive \"@{directive.Name.Value}\" can only be used once at this location.", seen[key], directive);
            }
        }
    }

    private static object PlaceOf(DirectiveSite site) => site.Node switch
    {
        SchemaDefinitionNode => site.Location,
        TypeDefinitionNode type => (site.Location, type.Name.Value),
        _ => site.Node,
    };
}
