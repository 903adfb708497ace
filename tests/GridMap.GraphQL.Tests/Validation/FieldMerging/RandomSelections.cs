using System.Text;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Tests.Validation.FieldMerging;

/// <summary>Documents of the library made at random of few names, so that fields often meet; fragments spread only later ones.</summary>
internal sealed class RandomSelections(int seed)
{
    private const int Fragments = 4;

    private const int MaxDepth = 4;

    /// <summary>The union last.</summary>
    private static readonly string[] Types = ["Work", "Printed", "Book", "Film", "Author", "Magazine", "Found"];

    private readonly Random _random = new(seed);

    private readonly StringBuilder _text = new();

    public string Document()
    {
        Write(Library.Schema.Query!, depth: 0, nextFragment: 0, top: true);
        for (var index = 0; index < Fragments; index++)
        {
            var type = Types[_random.Next(Types.Length)];
            _text.Append($" fragment F{index} on {type}");
            Write((CompositeType)Library.Schema.Types[type], depth: 1, nextFragment: index + 1);
        }

        return _text.ToString();
    }

    private void Write(CompositeType type, int depth, int nextFragment, bool top = false)
    {
        _text.Append(" {");
        for (var count = depth < MaxDepth ? _random.Next(top ? 2 : 1, 4) : 1; count > 0; count--)
            WriteSelection(type, depth, nextFragment);

        _text.Append(" }");
    }

    private void WriteSelection(CompositeType type, int depth, int nextFragment)
    {
        var choice = _random.Next(10);
        if (depth > 0 && choice < 2 && nextFragment < Fragments)
        {
            _text.Append($" ...F{_random.Next(nextFragment, Fragments)}");
        }
        else if (type is UnionType || (depth is > 0 and < MaxDepth && choice < 4))
        {
            var condition = Types[_random.Next(Types.Length - 1)];
            _text.Append($" ... on {condition}");
            Write((CompositeType)Library.Schema.Types[condition], depth + 1, nextFragment);
        }
        else
        {
            WriteField((FieldsType)type, depth, nextFragment);
        }
    }

    private void WriteField(FieldsType type, int depth, int nextFragment)
    {
        var fields = type.Fields.Values.Where(field => field.Type.Named is not CompositeType || depth < MaxDepth).ToList();
        var field = fields[_random.Next(fields.Count)];
        if (_random.Next(10) < 2)
            _text.Append(" x:");

        _text.Append($" {field.Name}{(field.Name == "title" && _random.Next(10) < 1 ? "(in: ZH)" : "")}");
        if (field.Type.Named is CompositeType inner)
            Write(inner, depth + 1, nextFragment);
    }
}
