using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Validation.Rules;

/// <summary>A directive stands once at a place, unless it is repeatable (specification, section 5.7.3).</summary>
internal sealed class UniqueDirectivesPerLocation(ValidationContext context) : ValidationRule
{
    public override void Listen(WalkEvents events) => events.DirectivesEntered += Check;

    private void Check(IReadOnlyList<DirectiveNode> directives)
    {
        if (directives.Count < 2)
            return;

        var known = new Dictionary<string, DirectiveNode>(StringComparer.Ordinal);
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            if (context.Schema.Directives.GetValueOrDefault(name) is { IsRepeatable: false } && !known.TryAdd(name, directive))
                context.Report($"The directive \"@{name}\" can only be used once at this location.", known[name], directive);
        }
    }
}
