namespace GridMap.GraphQL.Types.Validation.DefinitionRules;

/// <summary>A directive is given no argument twice (specification, section 5.4.2).</summary>
internal static class UniqueArgumentNames
{
    public static void Check(DefinitionContext context)
    {
        foreach (var directive in context.DirectiveSites.SelectMany(site => site.Directives))
        {
            foreach (var same in directive.Arguments.Select(argument => argument.Name).GroupBy(name => name.Value).Where(same => same.Count() > 1))
                context.Report($"There can be only one argument named \"{same.Key}\".", same);
        }
    }
}
