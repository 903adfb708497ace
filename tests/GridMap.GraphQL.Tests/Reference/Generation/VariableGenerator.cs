using System.Globalization;

namespace GridMap.GraphQL.Tests.Reference.Generation;

/// <summary>Declares variables where values are wanted, and makes up JSON for them that mostly fits.</summary>
public sealed class VariableGenerator(Dice dice, GeneratedSchema schema, LiteralGenerator literals)
{
    private static readonly string[] Misfits = ["null", "1.5", "\"wrong\"", "true", "[]", "{}", "[1, \"two\", null]", "{\"unknown\": 1}", "99999999999", "-3", "\"\\u4f60\\\"\""];

    private readonly List<(string Name, TypeShape Type, string? Default)> _variables = [];

    /// <summary>As they stand behind the operation's name, or nothing.</summary>
    public string Definitions => _variables.Count == 0
        ? ""
        : $"({string.Join(", ", _variables.Select(each => $"${each.Name}: {each.Type}{(each.Default is null ? "" : $" = {each.Default}")}"))})";

    /// <summary>At times a variable for a place of this type; one that may be null fits a place with a default (specification, section 5.8.5).</summary>
    public string? Find(TypeShape type, bool hasDefault)
    {
        if (!dice.OneIn(5))
        {
            return null;
        }

        var fitting = _variables.Where(each => each.Type == type).ToList();
        if (fitting.Count > 0 && dice.OneIn(2))
        {
            return $"${dice.Pick(fitting).Name}";
        }

        var declared = hasDefault && dice.OneIn(2) ? type.Nullable : type is not NonNullShape && dice.OneIn(4) ? new NonNullShape(type) : type;
        var constant = dice.OneIn(4) ? literals.Constant(declared) : null;
        _variables.Add(($"v{_variables.Count}", declared, constant));
        return $"${_variables[^1].Name}";
    }

    /// <summary>An object with a member for most variables; about one in eight members does not fit.</summary>
    public string Json()
    {
        var members = _variables
            .Where(each => (each.Type is NonNullShape && each.Default is null) ? !dice.OneIn(20) : !dice.OneIn(3))
            .Select(each => $"\"{each.Name}\": {(dice.OneIn(12) ? dice.Pick(Misfits) : Value(each.Type, 0))}");
        return $"{{{string.Join(", ", members)}}}";
    }

    private string Value(TypeShape type, int depth)
    {
        if (type is not NonNullShape && dice.OneIn(10))
        {
            return "null";
        }

        if (type.Nullable is not ListShape list)
        {
            return dice.OneIn(60) ? dice.Pick(Misfits) : Named(type.Named, depth);
        }

        return dice.OneIn(6) && list.Of is not NonNullShape
            ? Value(new NonNullShape(list.Of), depth)
            : $"[{string.Join(", ", Enumerable.Range(0, depth > 2 ? 0 : dice.Between(0, 3)).Select(_ => Value(list.Of, depth + 1)))}]";
    }

    private string Named(string name, int depth) => name switch
    {
        "Int" => dice.Between(-1000, 1000).ToString(CultureInfo.InvariantCulture),
        "Float" => dice.Pick(["0.5", "-1.25", "1e3", "12", "0.0015"]),
        "String" => dice.Pick(["\"\"", "\"plain\"", "\"网格 \\\"quoted\\\" \\ud83d\\ude00\\n\""]),
        "Boolean" => dice.OneIn(2) ? "true" : "false",
        "ID" => dice.OneIn(2) ? "\"id\"" : "7",
        _ when schema.FindEnum(name) is { } found => $"\"{dice.Pick(found.Values)}\"",
        _ when schema.FindInput(name) is { } input => InputObject(input, depth),
        _ => dice.Pick(["1", "\"text\"", "[1, [true, null]]", "{\"a\": 1.5}", "false"]),
    };

    private string InputObject(GeneratedInputObject input, int depth)
    {
        if (input.IsOneOf)
        {
            var only = depth > 2 ? input.Fields.First(field => field.Type.Named != input.Name) : dice.Pick(input.Fields);
            return $"{{\"{only.Name}\": {Value(new NonNullShape(only.Type), depth + 1)}{(dice.OneIn(15) ? ", \"other\": 1" : "")}}}";
        }

        var fields = input.Fields
            .Where(field => field.IsRequired ? !dice.OneIn(30) : depth < 3 && dice.OneIn(2))
            .Select(field => $"\"{field.Name}\": {Value(field.Type, depth + 1)}");
        return $"{{{string.Join(", ", fields)}}}";
    }
}
