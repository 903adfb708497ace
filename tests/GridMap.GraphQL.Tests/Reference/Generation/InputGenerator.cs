namespace GridMap.GraphQL.Tests.Reference.Generation;

/// <summary>Makes up what comes in: arguments, input objects, directives, with defaults that fit.</summary>
public sealed class InputGenerator(Dice dice, IReadOnlyList<string> leaves, IReadOnlyList<GeneratedEnum> enums, IReadOnlyList<GeneratedInputObject> inputs)
{
    private static readonly string[] ExecutableLocations =
        ["QUERY", "MUTATION", "SUBSCRIPTION", "FIELD", "FRAGMENT_DEFINITION", "FRAGMENT_SPREAD", "INLINE_FRAGMENT", "VARIABLE_DEFINITION"];

    private readonly LiteralGenerator _literals = new(dice, enums, inputs, isPlain: true);
    private int _names;

    public List<GeneratedInput> Arguments(int count) => [.. Enumerable.Range(0, count).Select(_ => Input(dice.Pick(AllInputs()), true))];

    /// <summary>Each refers only to those before it, or to itself where null may stand, so that every one can be given.</summary>
    public IEnumerable<GeneratedInputObject> InputObjects(IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            var isOneOf = dice.OneIn(3);
            var fields = Enumerable.Range(0, dice.Between(2, 4)).Select(_ => Input(dice.Pick(AllInputs()), !isOneOf)).ToList();
            fields.Add(new GeneratedInput($"again{_names++}", new NamedShape(name), null, ""));
            yield return new GeneratedInputObject(name, fields, isOneOf);
        }
    }

    public IEnumerable<GeneratedDirective> Directives(IReadOnlyList<string> names) =>
        names.Select((name, index) => new GeneratedDirective(
            name,
            dice.OneIn(2) ? [] : Arguments(dice.Between(1, 2)),
            dice.OneIn(2),
            index == 0 ? ExecutableLocations : ["OBJECT", "FIELD_DEFINITION", .. dice.Some(ExecutableLocations)]));

    private List<string> AllInputs() => [.. leaves, .. inputs.Select(input => input.Name)];

    private GeneratedInput Input(string typeName, bool mayBeRequired)
    {
        var type = TypeShape.Random(dice, typeName, mayBeRequired);
        var defaultValue = mayBeRequired && dice.OneIn(3) ? _literals.Constant(type) : null;
        var isDeprecated = dice.OneIn(15) && (type is not NonNullShape || defaultValue is not null);
        return new GeneratedInput($"arg{_names++}", type, defaultValue, isDeprecated ? " @deprecated" : "");
    }
}
