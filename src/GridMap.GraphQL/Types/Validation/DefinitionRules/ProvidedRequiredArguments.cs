using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Types.Validation.DefinitionRules;

/// <summary>Directives are given the arguments that they must have (specification, section 5.4.3).</summary>
internal static class ProvidedRequiredArguments
{
    public static void Check(DefinitionContext context)
    {
        foreach (var directive in context.DirectiveSites.SelectMany(site => site.Directives))
        {
            var given = directive.Arguments.Select(argument => argument.Name.Value);
            foreach (var missing in Required(context, directive).ExceptBy(given, argument => argument.Name.Value))
            {
                var argument = $"argument \"{missing.Name.Value}\" of type \"{Printer.Print(missing.Type)}\"";
                context.Report($"Directive \"@{directive.Name.Value}\" {argument} is required, but it was not provided.", directive);
            }
        }
    }

    private static IEnumerable<InputValueDefinitionNode> Required(DefinitionContext context, DirectiveNode directive) =>
        context.FindDirective(directive.Name.Value)?.Arguments.Where(argument => argument is { Type: NonNullTypeNode, DefaultValue: null }) ?? [];
}
