using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Types.Validation.SchemaRules;

/// <summary>Default values, and arguments of directives, are of their types (specification, sections 3.6.1, 3.10 and 5.6.1).</summary>
internal static class ValidValues
{
    public static void Check(SchemaContext context)
    {
        foreach (var (name, _, value) in context.InputPositions.Where(position => position.Value is { DefaultValue: not null, Type.IsInput: true }))
        {
            foreach (var problem in LiteralProblem.Find(value.DefaultValue!, value.Type))
                context.Report($"{name} has invalid default value{problem.Path}: {problem.Message}", problem.Node);
        }

        foreach (var directive in context.DirectiveSites.SelectMany(site => site.Directives))
        {
            foreach (var argument in directive.Arguments)
                Check(context, context.Schema.Directives[directive.Name.Value].Arguments[argument.Name.Value], argument);
        }
    }

    private static void Check(SchemaContext context, InputValueDefinition definition, ArgumentNode argument)
    {
        if (definition.Type.IsInput && LiteralProblem.Find(argument.Value, definition.Type).Any())
            context.Report($"Argument \"{definition.Name}\" has invalid value {Printer.Print(argument.Value)}.", argument.Value);
    }
}
