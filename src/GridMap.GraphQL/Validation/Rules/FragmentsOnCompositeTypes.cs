using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Validation.Rules;

/// <summary>Fragments are on types that have selections: objects, interfaces and unions (specification, section 5.5.1.3).</summary>
internal sealed class FragmentsOnCompositeTypes(ValidationContext context) : ValidationRule
{
    public override void Listen(WalkEvents events)
    {
        events.InlineFragmentEntered += (fragment, _) => Check("Fragment", fragment.TypeCondition);
        events.FragmentEntered += fragment => Check($"Fragment \"{fragment.Name.Value}\"", fragment.TypeCondition);
    }

    private void Check(string subject, NamedTypeNode? condition)
    {
        if (condition is not null && context.Schema.FindType(condition) is { } type and not CompositeType)
            context.Report($"{subject} cannot condition on non composite type \"{type}\".", condition);
    }
}
