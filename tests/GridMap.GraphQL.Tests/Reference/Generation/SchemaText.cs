using System.Text;

namespace GridMap.GraphQL.Tests.Reference.Generation;

/// <summary>Writes a generated schema: in any order, with descriptions, parts of it as extensions.</summary>
public sealed class SchemaText(GeneratedSchema schema, Dice dice)
{
    private readonly StringBuilder _text = new();

    public static string Write(GeneratedSchema schema, int seed) => new SchemaText(schema, new Dice(seed)).Write();

    private string Write()
    {
        var writers = new List<Action>();
        writers.AddRange(schema.Scalars.Select(name => (Action)(() => WriteScalar(name))));
        writers.AddRange(schema.Enums.Select(each => (Action)(() => WriteEnum(each))));
        writers.AddRange(schema.Inputs.Select(input => (Action)(() => WriteInput(input))));
        writers.AddRange(schema.Interfaces.Concat(schema.Objects).Concat(schema.Roots).Select(type => (Action)(() => WriteFieldsType(type))));
        writers.AddRange(schema.Unions.Select(union => (Action)(() => WriteUnion(union))));
        writers.AddRange(schema.Directives.Select(directive => (Action)(() => WriteDirective(directive))));
        if (dice.OneIn(2))
        {
            writers.Add(WriteSchema);
        }

        foreach (var write in writers.OrderBy(_ => dice.Roll(1_000_000)).ToList())
        {
            write();
        }

        return _text.ToString();
    }

    private void WriteSchema()
    {
        Describe("");
        _text.Append("schema {");
        foreach (var root in schema.Roots)
        {
            _text.Append($" {root.Name.ToLowerInvariant()}: {root.Name}");
        }

        _text.Append(" }\n\n");
    }

    private void WriteScalar(string name)
    {
        Describe("");
        _text.Append($"scalar {name}{(dice.OneIn(2) ? " @specifiedBy(url: \"https://example.org/scalar\")" : "")}\n\n");
    }

    private void WriteEnum(GeneratedEnum each)
    {
        Describe("");
        var split = dice.OneIn(4) ? dice.Between(1, each.Values.Count - 1) : each.Values.Count;
        WriteValues($"enum {each.Name}", each.Values.Take(split));
        if (split < each.Values.Count)
        {
            WriteValues($"extend enum {each.Name}", each.Values.Skip(split));
        }
    }

    private void WriteValues(string head, IEnumerable<string> values)
    {
        _text.Append(head).Append(" {\n");
        foreach (var value in values)
        {
            Describe("  ");
            _text.Append($"  {value}{(dice.OneIn(8) ? " @deprecated(reason: \"gone\")" : "")}\n");
        }

        _text.Append("}\n\n");
    }

    private void WriteInput(GeneratedInputObject input)
    {
        Describe("");
        _text.Append($"input {input.Name}{(input.IsOneOf ? " @oneOf" : "")} {{\n");
        foreach (var field in input.Fields)
        {
            Describe("  ");
            _text.Append($"  {Input(field)}\n");
        }

        _text.Append("}\n\n");
    }

    private void WriteFieldsType(GeneratedFields type)
    {
        Describe("");
        var split = type.Interfaces.Count == 0 && dice.OneIn(4) ? dice.Between(1, type.Fields.Count - 1) : type.Fields.Count;
        var interfaces = type.Interfaces.Count == 0 ? "" : $" implements {string.Join(" & ", type.Interfaces.Select(each => each.Name))}";
        WriteFields($"{type.Keyword} {type.Name}{interfaces}{Applied("OBJECT", type.Keyword == "type")}", type.Fields.Take(split));
        if (split < type.Fields.Count)
        {
            WriteFields($"extend {type.Keyword} {type.Name}", type.Fields.Skip(split));
        }
    }

    private void WriteFields(string head, IEnumerable<GeneratedField> fields)
    {
        _text.Append(head).Append(" {\n");
        foreach (var field in fields)
        {
            Describe("  ");
            var arguments = field.Arguments.Count == 0 ? "" : $"({string.Join(", ", field.Arguments.Select(Input))})";
            _text.Append($"  {field.Name}{arguments}: {field.Type}{field.Directives}{Applied("FIELD_DEFINITION", true)}\n");
        }

        _text.Append("}\n\n");
    }

    private void WriteUnion(GeneratedUnion union)
    {
        Describe("");
        _text.Append($"union {union.Name} = {(dice.OneIn(3) ? "| " : "")}{string.Join(" | ", union.Types.Select(type => type.Name))}\n\n");
    }

    private void WriteDirective(GeneratedDirective directive)
    {
        Describe("");
        var arguments = directive.Arguments.Count == 0 ? "" : $"({string.Join(", ", directive.Arguments.Select(Input))})";
        _text.Append($"directive @{directive.Name}{arguments}{(directive.IsRepeatable ? " repeatable" : "")} on {string.Join(" | ", directive.Locations)}\n\n");
    }

    private static string Input(GeneratedInput input) =>
        $"{input.Name}: {input.Type}{(input.Default is null ? "" : $" = {input.Default}")}{input.Directives}";

    /// <summary>A directive of the type system that needs no arguments, at times.</summary>
    private string Applied(string location, bool isAllowed)
    {
        var fitting = schema.Directives.FirstOrDefault(each => each.Locations.Contains(location) && each.Arguments.All(argument => !argument.IsRequired));
        return isAllowed && fitting is not null && dice.OneIn(10) ? $" @{fitting.Name}" : "";
    }

    private void Describe(string indent)
    {
        if (!dice.OneIn(4))
        {
            return;
        }

        _text.Append(indent).Append(dice.Roll(3) switch
        {
            0 => "\"One line with \\\"quotes\\\".\"",
            1 => $"\"\"\"\n{indent}A block,\n{indent}  网格 deeper.\n{indent}\"\"\"",
            _ => "\"\"\"Ends with a backslash \\\\ \"\"\"",
        }).Append('\n');
    }
}
