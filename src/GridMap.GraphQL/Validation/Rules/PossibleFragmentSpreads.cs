using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Validation.Rules;

/// <summary>A fragment is spread only where some object could be of its type (specification, section 5.5.2.3).</summary>
internal sealed class PossibleFragmentSpreads(ValidationContext context) : ValidationRule
{
    public override void Listen(WalkEvents events)
    {
        events.InlineFragmentEntered += (fragment, site) => Check("Fragment", fragment, fragment.TypeCondition, site);
        events.FragmentSpreadEntered += CheckSpread;
    }

    private void CheckSpread(FragmentSpreadNode spread, SelectionSite site)
    {
        var name = spread.Name.Value;
        Check($"Fragment \"{name}\"", spread, context.Facts.FindFragment(name)?.TypeCondition, site);
    }

    private void Check(string subject, SelectionNode node, NamedTypeNode? condition, SelectionSite site)
    {
        if (condition is null || site.Parent is not { } parent || context.Schema.FindType(condition) is not CompositeType type)
            return;

        if (type != parent && !context.Schema.PossibleTypes(type).Overlaps(context.Schema.PossibleTypes(parent)))
            context.Report($"{subject} cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".", node);
    }
}
