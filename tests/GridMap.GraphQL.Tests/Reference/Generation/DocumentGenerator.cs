using System.Text;

namespace GridMap.GraphQL.Tests.Reference.Generation;

/// <summary>A document, and JSON to go with its variables.</summary>
public sealed record GeneratedDocument(string Text, string Variables, string? Operation);

/// <summary>Makes up documents that mostly hold on a schema: fragments, aliases, directives, variables, abstract types.</summary>
public sealed class DocumentGenerator
{
    private readonly GeneratedSchema _schema;
    private readonly Dice _dice;
    private readonly VariableGenerator _variables;
    private readonly LiteralGenerator _literals;
    private readonly Dictionary<string, string?> _fragments = [];
    private int _aliases;
    private int _budget;

    private DocumentGenerator(GeneratedSchema schema, Dice dice)
    {
        _schema = schema;
        _dice = dice;
        _literals = new LiteralGenerator(dice, schema.Enums, schema.Inputs);
        _variables = new VariableGenerator(dice, schema, _literals);
    }

    public static GeneratedDocument Generate(GeneratedSchema schema, int seed) => new DocumentGenerator(schema, new Dice(seed)).Generate();

    private GeneratedDocument Generate()
    {
        _budget = _dice.Between(3, 30);
        var root = _dice.OneIn(8) ? _dice.Pick(_schema.Roots) : _schema.Roots[0];
        var selections = root.Name == "Subscription" ? $"{{ {Field(root, 4)} }}" : SelectionSet(root.Name, 4);
        var text = new StringBuilder();
        var name = _dice.OneIn(3) ? "" : "First";
        if (name.Length == 0 && root.Name == "Query" && _variables.Definitions.Length == 0 && _dice.OneIn(2))
        {
            text.Append(selections);
        }
        else
        {
            var directives = Directives(root.Name.ToUpperInvariant());
            text.Append($"{root.Name.ToLowerInvariant()} {name}{_variables.Definitions}{directives} {selections}");
        }

        var second = name.Length > 0 && _dice.OneIn(8);
        text.Append(second ? "\n\nquery Second { __typename }" : "");
        text.AppendJoin("", _fragments.Values.Select(fragment => $"\n\n{fragment}"));
        return new GeneratedDocument(text.ToString(), _variables.Json(), second || _dice.OneIn(10) ? "First" : null);
    }

    private string SelectionSet(string type, int depth)
    {
        var selections = Enumerable.Range(0, _dice.Between(1, 4)).Select(_ => Selection(type, depth)).ToList();
        return $"{{\n{string.Join(_dice.OneIn(4) ? ", " : "\n", selections)}\n}}";
    }

    private string Selection(string type, int depth)
    {
        var fields = _schema.FindFields(type);
        var roll = _dice.Roll(10);
        if (fields is null || roll == 0)
        {
            return depth > 1 && roll != 0 ? Fragment(type, depth) : $"{Alias()}__typename";
        }

        return roll < 8 || depth < 2 ? Field(fields, depth) : Fragment(type, depth);
    }

    private string Field(GeneratedFields type, int depth)
    {
        _budget--;
        var reachable = depth > 1 && _budget > 0 ? type.Fields : [.. type.Fields.Where(field => _schema.IsLeaf(field.Type.Named))];
        if (reachable.Count == 0)
        {
            return $"{Alias()}__typename";
        }

        var field = _dice.Pick(reachable);
        var arguments = Arguments(field.Arguments);
        var alias = arguments.Length > 0 || _dice.OneIn(2) ? Alias() : "";
        var selections = _schema.IsLeaf(field.Type.Named) ? "" : $" {SelectionSet(field.Type.Named, depth - 1)}";
        return $"{alias}{field.Name}{arguments}{Directives("FIELD")}{selections}";
    }

    private string Fragment(string type, int depth)
    {
        var narrower = Overlapping(type);
        if (_dice.OneIn(2))
        {
            var condition = _dice.OneIn(5) ? "" : $"on {narrower} ";
            return $"... {condition}{Directives("INLINE_FRAGMENT")} {SelectionSet(condition.Length == 0 ? type : narrower, depth - 1)}";
        }

        if (_fragments.TryGetValue(narrower, out var known))
        {
            return known is null ? $"{Alias()}__typename" : $"...Fragment{narrower}{Directives("FRAGMENT_SPREAD")}";
        }

        // Null while it is being written, so that it does not spread itself.
        _fragments[narrower] = null;
        _fragments[narrower] =
            $"fragment Fragment{narrower} on {narrower}{Directives("FRAGMENT_DEFINITION")} {SelectionSet(narrower, Math.Min(2, depth - 1))}";
        return $"...Fragment{narrower}{Directives("FRAGMENT_SPREAD")}";
    }

    /// <summary>A type that shares a possible type with this one, so that a fragment on it can apply.</summary>
    private string Overlapping(string type)
    {
        var possible = _schema.PossibleTypes(type);
        var candidates = _schema.Objects.Concat(_schema.Interfaces).Select(each => each.Name).Concat(_schema.Unions.Select(union => union.Name)).Append(type)
            .Where(name => _schema.PossibleTypes(name).Intersect(possible).Any())
            .Append(type);
        return _dice.Pick(candidates.ToList());
    }

    private string Arguments(IReadOnlyList<GeneratedInput> arguments)
    {
        var given = arguments
            .Where(argument => argument.IsRequired || _dice.OneIn(2))
            .Select(argument => $"{argument.Name}: {Value(argument)}")
            .ToList();
        return given.Count == 0 ? "" : $"({string.Join(", ", given)})";
    }

    private string Value(GeneratedInput argument) =>
        _variables.Find(argument.Type, argument.Default is not null) ?? _literals.Value(argument.Type, 0, _variables.Find);

    private string Directives(string location)
    {
        if (!_dice.OneIn(8))
        {
            return "";
        }

        if (location is "FIELD" or "INLINE_FRAGMENT" or "FRAGMENT_SPREAD" && _dice.OneIn(2))
        {
            return $" @{(_dice.OneIn(2) ? "skip" : "include")}(if: {Condition()})";
        }

        var fitting = _schema.Directives.Where(directive => directive.Locations.Contains(location)).ToList();
        return fitting.Count == 0 ? "" : Directive(_dice.Pick(fitting));
    }

    private string Condition() => _variables.Find(new NonNullShape(new NamedShape("Boolean")), false) ?? (_dice.OneIn(2) ? "true" : "false");

    private string Directive(GeneratedDirective directive) => $" @{directive.Name}{Arguments(directive.Arguments)}";

    private string Alias() => $"as{_aliases++}: ";
}
