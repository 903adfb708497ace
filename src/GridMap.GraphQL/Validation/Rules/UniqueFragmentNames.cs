using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Validation.Rules;

/// <summary>No two fragments of a document have the same name (specification, section 5.5.1.1).</summary>
internal sealed class UniqueFragmentNames(ValidationContext context) : ValidationRule
{
    private readonly Dictionary<string, NameNode> _known = new(StringComparer.Ordinal);

    public override void Listen(WalkEvents events) => events.FragmentEntered += Check;

    private void Check(FragmentDefinitionNode fragment)
    {
        var name = fragment.Name;
        if (!_known.TryAdd(name.Value, name))
            context.Report($"There can be only one fragment named \"{name.Value}\".", _known[name.Value], name);
    }
}
