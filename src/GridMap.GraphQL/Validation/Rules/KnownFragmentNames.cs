using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Validation.Rules;

/// <summary>A fragment that is spread is defined in the document (specification, section 5.5.2.1).</summary>
internal sealed class KnownFragmentNames(ValidationContext context) : ValidationRule
{
    public override void Listen(WalkEvents events) => events.FragmentSpreadEntered += Check;

    private void Check(FragmentSpreadNode spread, SelectionSite site)
    {
        if (context.Facts.FindFragment(spread.Name.Value) is null)
            context.Report($"Unknown fragment \"{spread.Name.Value}\".", spread.Name);
    }
}
