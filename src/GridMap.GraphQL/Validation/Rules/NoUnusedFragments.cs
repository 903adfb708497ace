using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Validation.Rules;

/// <summary>Every fragment is spread by some operation, directly or not (specification, section 5.5.1.4).</summary>
internal sealed class NoUnusedFragments(ValidationContext context) : ValidationRule
{
    public override void Listen(WalkEvents events) => events.DocumentLeft += Check;

    private void Check(DocumentNode document)
    {
        var fragments = document.Definitions.OfType<FragmentDefinitionNode>().ToList();
        if (fragments.Count == 0)
            return;

        var reached = context.Facts.FragmentsReachedBy(document.Definitions.OfType<OperationDefinitionNode>());
        var used = reached.Select(fragment => fragment.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var fragment in fragments)
        {
            if (!used.Contains(fragment.Name.Value))
                context.Report($"Fragment \"{fragment.Name.Value}\" is never used.", fragment);
        }
    }
}
