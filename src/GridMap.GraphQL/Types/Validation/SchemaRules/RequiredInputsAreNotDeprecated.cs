using GridMap.GraphQL.Types.Building;

namespace GridMap.GraphQL.Types.Validation.SchemaRules;

/// <summary>What has to be given cannot be deprecated (specification, section 3.13.3).</summary>
internal static class RequiredInputsAreNotDeprecated
{
    public static void Check(SchemaContext context)
    {
        foreach (var (name, kind, value) in context.InputPositions.Where(position => position.Value is { IsRequired: true, DeprecationReason: not null }))
            context.Report($"Required {kind} {name} cannot be deprecated.", AppliedDirectives.Find(value.Directives, "deprecated"), value.Node?.Type);
    }
}
