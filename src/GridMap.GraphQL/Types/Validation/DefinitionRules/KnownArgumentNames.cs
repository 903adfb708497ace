using GridMap.GraphQL.Errors;

namespace GridMap.GraphQL.Types.Validation.DefinitionRules;

/// <summary>Arguments of directives are defined (specification, section 3.13).</summary>
internal static class KnownArgumentNames
{
    public static void Check(DefinitionContext context)
    {
        foreach (var directive in context.DirectiveSites.SelectMany(site => site.Directives))
        {
            if (context.FindDirective(directive.Name.Value) is not { } definition)
                continue;

            List<string> known = [.. definition.Arguments.Select(argument => argument.Name.Value)];
            foreach (var argument in directive.Arguments.Where(argument => !known.Contains(argument.Name.Value)))
            {
                var suggestion = Suggestions.DidYouMean(argument.Name.Value, known);
                context.Report($"Unknown argument \"{argument.Name.Value}\" on directive \"@{directive.Name.Value}\".{suggestion}", argument);
            }
        }
    }
}
