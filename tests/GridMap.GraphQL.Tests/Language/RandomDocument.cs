using System.Text;

namespace GridMap.GraphQL.Tests.Language;

/// <summary>Writes documents of the language by chance, the same for the same seed; valid in grammar, not by any schema.</summary>
internal sealed partial class RandomDocument(int seed)
{
    private const int Depth = 5;

    private static readonly string[] Names =
        ["a", "id", "on", "query", "type", "fragment", "_", "__typename", "Grid", "incident", "input", "repeatable", "implements", "extend", "x9", "averyLongNameThatFillsTheLine"];

    private static readonly string[] Gaps = [" ", " ", " ", " ", "\n", "\r\n", "\r", "\t", ",", " # é 网格 😀 { \"\n", "\uFEFF", "  \n  "];

    private static readonly string[] Strings =
    [
        "\"\"", "\"text\"", "\"网格 é 😀\"", "\"\\\" \\\\ \\/ \\b \\f \\n \\r \\t\"", "\"\\u00e9\\uD83D\\uDE00\\u{1F600}\\u{7}\\u0000\\u009F\"", "\"# no, comment\"",
        "\"\"\"\"\"\"", "\"\"\"block\"\"\"", "\"\"\"\n    first\n      second\n\n    third\n  \"\"\"", "\"\"\"  kept \\\"\"\" and \\n \\u{0}\"\"\"",
        "\"\"\"网格\r\n\t\tindented\r    mixed\n\"\"\"", "\"\"\" \"quoted\" \"\"\"", "\"\"\"slash\\\n\"\"\"", "\"\"\"\n\n   \n\"\"\"",
        "\"\"\"a line that is longer than the seventy characters that a block string may have inline\"\"\"",
    ];

    private static readonly string[] Numbers = ["0", "-0", "7", "-12", "123456789012345678901234567890", "0.5", "-1.25e10", "1E-7", "6e+3"];

    private static readonly string[] Locations = ["QUERY", "FIELD", "OBJECT", "VARIABLE_DEFINITION", "INPUT_FIELD_DEFINITION"];

    private readonly Random _random = new(seed);

    private readonly StringBuilder _text = new();

    public string Write()
    {
        // Never both in one: `{ … }` behind a type without fields would be read as its fields.
        Repeat(1, 5, _random.Next(2) == 0 ? ExecutableDefinition : TypeSystemDefinition);
        return _text.ToString();
    }

    private void ExecutableDefinition()
    {
        switch (_random.Next(3))
        {
            case 0:
                SelectionSet(0);
                break;
            case 1:
                Maybe(String);
                Operation();
                break;
            default:
                Maybe(String);
                Fragment();
                break;
        }
    }

    private void Operation()
    {
        Word(Any("query", "mutation", "subscription"));
        Maybe(Name);
        Maybe(() => Between("(", ")", VariableDefinition));
        Directives(isConstant: false);
        SelectionSet(0);
    }

    private void Fragment()
    {
        Word("fragment");
        Word(Any("F", "Grid", "fragment"));
        Word("on");
        Name();
        Directives(isConstant: false);
        SelectionSet(0);
    }

    private void VariableDefinition()
    {
        Maybe(String);
        Word("$");
        Name();
        InputType();
    }

    private void SelectionSet(int depth) => Between("{", "}", () => Selection(depth + 1));

    private void Selection(int depth)
    {
        var kind = _random.Next(8);
        if (kind == 0)
        {
            Word("...");
            Word(Any("F", "Grid"));
            Directives(isConstant: false);
        }
        else if (kind == 1 && depth < Depth)
        {
            Word("...");
            Maybe(() => { Word("on"); Name(); });
            Directives(isConstant: false);
            SelectionSet(depth);
        }
        else
        {
            Field(depth);
        }
    }

    private void Field(int depth)
    {
        Maybe(() => { Name(); Word(":"); });
        Name();
        Arguments(isConstant: false);
        Directives(isConstant: false);
        if (depth < Depth)
        {
            Maybe(() => SelectionSet(depth));
        }
    }

    private void Arguments(bool isConstant) => Maybe(() => Between("(", ")", () => Pair(isConstant, 0)));

    private void Pair(bool isConstant, int depth)
    {
        Name();
        Word(":");
        Value(isConstant, depth);
    }

    private void Directives(bool isConstant)
    {
        if (_random.Next(5) == 0)
        {
            Repeat(1, 2, () => Directive(isConstant));
        }
    }

    private void Directive(bool isConstant)
    {
        Word("@");
        Name();
        Arguments(isConstant);
    }

    private void Value(bool isConstant, int depth)
    {
        switch (_random.Next(depth < Depth ? 8 : 6))
        {
            case 0 when !isConstant:
                Word("$");
                Name();
                break;
            case 0 or 1:
                Word(Any(Numbers));
                break;
            case 2 or 3:
                String();
                break;
            case 4:
                Word(Any("true", "false", "null"));
                break;
            case 5:
                Name();
                break;
            case 6:
                Between("[", "]", () => Value(isConstant, depth + 1), least: 0);
                break;
            default:
                Between("{", "}", () => Pair(isConstant, depth + 1), least: 0);
                break;
        }
    }

    private void Type(int depth)
    {
        if (depth < 3 && _random.Next(3) == 0)
        {
            Word("[");
            Type(depth + 1);
            Word("]");
        }
        else
        {
            Name();
        }

        Maybe(() => Word("!"));
    }

    private void Name() => Word(Any(Names));

    private void String() => Word(Any(Strings));

    private void Between(string open, string close, Action item, int least = 1)
    {
        Word(open);
        Repeat(least, 3, item);
        Word(close);
    }

    private void Delimited(string delimiter, Action item)
    {
        Maybe(() => Word(delimiter));
        item();
        Repeat(0, 2, () => { Word(delimiter); item(); });
    }

    private void Repeat(int least, int most, Action item)
    {
        for (var count = _random.Next(least, most + 1); count > 0; count--)
        {
            item();
        }
    }

    private void Maybe(Action item)
    {
        if (_random.Next(2) == 0)
        {
            item();
        }
    }

    private void Word(string word) => _text.Append(word).Append(Any(Gaps));

    private string Any(params string[] choices) => choices[_random.Next(choices.Length)];
}
