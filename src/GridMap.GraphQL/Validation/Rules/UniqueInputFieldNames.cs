using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Validation.Rules;

/// <summary>An input object has each field once (specification, section 5.6.3).</summary>
internal sealed class UniqueInputFieldNames(ValidationContext context) : ValidationRule
{
    public override void Listen(WalkEvents events) => events.ValueEntered += Check;

    private void Check(ValueNode value, ValueSite site)
    {
        if (value is not ObjectValueNode { Fields: { Count: > 1 } fields })
            return;

        var known = new Dictionary<string, NameNode>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            if (!known.TryAdd(field.Name.Value, field.Name))
                context.Report($"There can be only one input field named \"{field.Name.Value}\".", known[field.Name.Value], field.Name);
        }
    }
}
