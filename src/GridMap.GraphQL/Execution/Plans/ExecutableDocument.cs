using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Execution.Plans;

/// <summary>What the operations of a valid document share.</summary>
internal sealed class ExecutableDocument(PlanningContext context, DocumentNode document)
{
    public PlanningContext Context { get; } = context;

    public Source Source { get; } = document.Source;

    public IReadOnlyDictionary<string, FragmentDefinitionNode> Fragments { get; } =
        document.Definitions.OfType<FragmentDefinitionNode>().ToDictionary(fragment => fragment.Name.Value, StringComparer.Ordinal);

    /// <summary>The variables in `@skip` and `@include`: each combination of their values is planned on its own.</summary>
    public IReadOnlyList<string> Conditions { get; } = ConditionVariables.Of(document);
}
