using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Validation.Rules;

/// <summary>A field or directive has each argument once (specification, section 5.4.2).</summary>
internal sealed class UniqueArgumentNames(ValidationContext context) : ValidationRule
{
    public override void Listen(WalkEvents events)
    {
        events.FieldEntered += (field, _) => Check(field.Arguments);
        events.DirectiveEntered += (directive, _) => Check(directive.Arguments);
    }

    private void Check(IReadOnlyList<ArgumentNode> arguments)
    {
        if (arguments.Count < 2)
            return;

        foreach (var names in arguments.Select(argument => argument.Name).GroupBy(name => name.Value))
        {
            if (names.Skip(1).Any())
                context.Report($"There can be only one argument named \"{names.Key}\".", [.. names]);
        }
    }
}
