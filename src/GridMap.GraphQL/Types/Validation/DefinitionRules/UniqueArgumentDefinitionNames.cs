using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types.Building;

namespace GridMap.GraphQL.Types.Validation.DefinitionRules;

/// <summary>A field or a directive has no argument twice (specification, sections 3.6.1 and 3.13).</summary>
internal static class UniqueArgumentDefinitionNames
{
    public static void Check(DefinitionContext context)
    {
        foreach (var definition in context.Definitions.All)
        {
            if (definition is DirectiveDefinitionNode directive)
                Check(context, $"@{directive.Name.Value}", directive.Arguments);
            else if (definition is TypeDefinitionNode type)
                Check(context, type);
        }
    }

    private static void Check(DefinitionContext context, TypeDefinitionNode type)
    {
        foreach (var field in Declared.Fields(type))
            Check(context, $"{type.Name.Value}.{field.Name.Value}", field.Arguments);
    }

    private static void Check(DefinitionContext context, string owner, IReadOnlyList<InputValueDefinitionNode> arguments)
    {
        foreach (var same in arguments.Select(argument => argument.Name).GroupBy(name => name.Value).Where(same => same.Count() > 1))
            context.Report($"Argument \"{owner}({same.Key}:)\" can only be defined once.", same);
    }
}
