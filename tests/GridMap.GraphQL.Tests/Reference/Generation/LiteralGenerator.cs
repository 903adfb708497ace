using System.Globalization;

namespace GridMap.GraphQL.Tests.Reference.Generation;

/// <summary>Writes values of a type as they stand in a document.</summary>
/// <param name="isPlain">Without objects and lists for custom scalars, which npm graphql 16 cannot print as defaults.</param>
public sealed class LiteralGenerator(Dice dice, IReadOnlyList<GeneratedEnum> enums, IReadOnlyList<GeneratedInputObject> inputs, bool isPlain = false)
{
    private static readonly string[] PlainAnyScalars = ["1", "\"text\"", "true"];

    private static readonly string[] Strings =
    [
        "\"\"", "\"plain\"", "\"with \\\"quotes\\\" and \\\\ \\n \\u00e9 \\u{1F600} 网格\"", "\"\"\"\n    block\n      \\\"\"\" deeper\n  \"\"\"", "\"\"\"one line\"\"\"",
        "\"tab\\tand \\/ \\b\\f\\r\"",
    ];

    private static readonly string[] Floats = ["0.5", "-1.25", "1e3", "-0", "12", "1.5E-3", "123456789.125"];

    private static readonly string[] AnyScalars = ["1", "\"text\"", "[1, [true, null], {a: X}]", "{a: 1, b: [\"x\"]}", "ENUM_LIKE", "-2.5"];

    private readonly Dictionary<string, GeneratedEnum> _enums = enums.ToDictionary(each => each.Name);

    /// <summary>A value without variables.</summary>
    public string Constant(TypeShape type) => Value(type, 0, (_, _) => null);

    /// <summary>A value; `variable` may answer with a variable's text for a type, told whether a default stands behind the place.</summary>
    public string Value(TypeShape type, int depth, Func<TypeShape, bool, string?> variable)
    {
        if (type is not NonNullShape && dice.OneIn(12))
        {
            return "null";
        }

        return type.Nullable switch
        {
            ListShape list => List(list.Of, depth, variable),
            NamedShape named => Named(named.Name, depth, variable),
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };
    }

    private string List(TypeShape of, int depth, Func<TypeShape, bool, string?> variable)
    {
        // Input coercion: one item may stand for a list of it (specification, section 3.11).
        if (dice.OneIn(6) && of is not NonNullShape && of.Nullable is NamedShape)
        {
            return Value(new NonNullShape(of), depth, variable);
        }

        var items = Enumerable.Range(0, depth > 2 ? 0 : dice.Between(0, 3)).Select(_ => variable(of, false) ?? Value(of, depth + 1, variable));
        return $"[{string.Join(dice.OneIn(2) ? ", " : " ", items)}]";
    }

    private string Named(string name, int depth, Func<TypeShape, bool, string?> variable) => name switch
    {
        "Int" => dice.Between(-1000, 1000).ToString(CultureInfo.InvariantCulture),
        "Float" => dice.Pick(Floats),
        "String" => dice.Pick(Strings),
        "Boolean" => dice.OneIn(2) ? "true" : "false",
        "ID" => dice.OneIn(2) ? dice.Between(0, 99).ToString(CultureInfo.InvariantCulture) : "\"id\"",
        _ when _enums.TryGetValue(name, out var found) => dice.Pick(found.Values),
        _ when inputs.FirstOrDefault(input => input.Name == name) is { } input => InputObject(input, depth, variable),
        _ => dice.Pick(isPlain ? PlainAnyScalars : AnyScalars),
    };

    private string InputObject(GeneratedInputObject input, int depth, Func<TypeShape, bool, string?> variable)
    {
        if (input.IsOneOf)
        {
            var only = depth > 2 ? input.Fields.First(field => field.Type.Named != input.Name) : dice.Pick(input.Fields);
            var required = new NonNullShape(only.Type);
            return $"{{{only.Name}: {variable(required, false) ?? Value(required, depth + 1, variable)}}}";
        }

        var fields = input.Fields
            .Where(field => field.IsRequired || (depth < 3 && dice.OneIn(2)))
            .Select(field => $"{field.Name}: {variable(field.Type, field.Default is not null) ?? Value(field.Type, depth + 1, variable)}");
        return $"{{{string.Join(", ", fields)}}}";
    }
}
