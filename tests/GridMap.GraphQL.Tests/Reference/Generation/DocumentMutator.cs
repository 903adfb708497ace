using System.Text;
using System.Text.RegularExpressions;

namespace GridMap.GraphQL.Tests.Reference.Generation;

/// <summary>Spoils a text: by its tokens, which breaks mostly rules of validation, or by its letters, which breaks mostly syntax.</summary>
public sealed partial class DocumentMutator(Dice dice)
{
    private static readonly string[] Letters =
        ["{", "}", "(", ")", "[", "]", "!", "$", "&", "...", ":", "=", "@", "|", "\"", "\"\"\"", "\\", "\\u", "\\u{110000}", "#", ",", "-", ".", "0", "01", "1e", "1.", "_", "é", "\u0001", "\uFEFF", "\r\n", "\t", "😀", "?", "on", "null", "'", "\\uD83D"];

    private static readonly string[] Additions =
    [
        " query Again { __typename }", " { __typename }", " fragment Unused on Query { __typename }", " fragment Round on Query { ...Round }",
        " type Odd { a: Int }", " query Again { __typename } query Again { __typename }", " fragment Twice on Query { a } fragment Twice on Query { ...Nowhere }",
        " subscription Wide { a: __typename b: __typename }", " query V($a: Int, $a: Query, $b: Nowhere = 3) { __typename @skip(if: $c) }",
        " query Deep { __schema { types { fields { type { fields { type { fields { name } } } } } } } }", " query Type { __type(name: \"Query\") { name kind } }",
        " query Merge { a: __typename a: __schema { description } }", " extend type Query { a: Int }", " query Repeat { __typename @skip(if: true) @skip(if: false) @skip(unless: 1) }",
    ];

    /// <summary>Replaces, doubles, swaps or drops tokens; takes names from `names` at times, such as those of the schema.</summary>
    public string ByTokens(string text, IReadOnlyList<string> names)
    {
        var tokens = Token().Matches(text).Select(match => match.Value).ToList();
        for (var changes = dice.Between(1, 2); changes > 0 && tokens.Count > 0; changes--)
        {
            ChangeToken(tokens, names);
        }

        return string.Concat(tokens) + (dice.OneIn(6) ? dice.Pick(Additions) : "");
    }

    /// <summary>Inserts, drops or cuts at any letter.</summary>
    public string ByLetters(string text)
    {
        var spoiled = new StringBuilder(text);
        for (var changes = dice.Between(1, 3); changes > 0; changes--)
        {
            var at = dice.Roll(spoiled.Length + 1);
            _ = dice.Roll(8) switch
            {
                0 => spoiled.Remove(at, spoiled.Length - at),
                1 or 2 => spoiled.Remove(at, Math.Min(dice.Between(1, 3), spoiled.Length - at)),
                _ => spoiled.Insert(at, dice.Pick(Letters)),
            };
        }

        return spoiled.ToString();
    }

    private void ChangeToken(List<string> tokens, IReadOnlyList<string> names)
    {
        var words = Enumerable.Range(0, tokens.Count).Where(index => char.IsAsciiLetter(tokens[index][0])).ToList();
        var at = words.Count > 0 && !dice.OneIn(8) ? dice.Pick(words) : dice.Roll(tokens.Count);
        switch (dice.Roll(8))
        {
            case 0:
                tokens.RemoveAt(at);
                break;
            case 1:
                Double(tokens, at);
                break;
            case 2:
                var other = words.Count > 0 ? dice.Pick(words) : dice.Roll(tokens.Count);
                (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                break;
            case 3:
                tokens[at] = dice.Pick(["Int", "true", "null", "0.5", "\"text\"", "[1]", "{a: 1}", "$v0", "$unknown", "Query", "on", "@skip(if: true)", "__typename", "... on Int", "...Nowhere"]);
                break;
            case 4 when words.Count > 0:
                tokens[at] = tokens[dice.Pick(words)];
                break;
            case 5:
                RenameAfter(tokens, dice.OneIn(2) ? "on" : "@", names);
                break;
            default:
                tokens[at] = dice.Pick(names);
                break;
        }
    }

    /// <summary>Puts another name where a type condition or a directive stands.</summary>
    private void RenameAfter(List<string> tokens, string mark, IReadOnlyList<string> names)
    {
        var places = Enumerable.Range(0, tokens.Count).Where(index => mark == "@" ? tokens[index].StartsWith('@') : index > 1 && tokens[index - 2] == mark).ToList();
        var fitting = names.Where(name => name.StartsWith('@') == (mark == "@")).ToList();
        if (places.Count > 0 && fitting.Count > 0)
        {
            tokens[dice.Pick(places)] = dice.Pick(fitting);
        }
    }

    /// <summary>A run of tokens once more, such as a whole selection or argument: it ends where its brackets are closed.</summary>
    private void Double(List<string> tokens, int at)
    {
        var end = Math.Min(at + dice.Between(1, 8), tokens.Count);
        while (end < tokens.Count && Depth(tokens[at..end]) > 0)
        {
            end++;
        }

        tokens.InsertRange(at, [.. tokens[at..end], " "]);
    }

    private static int Depth(List<string> tokens) =>
        tokens.Sum(token => token switch { "{" or "(" or "[" => 1, "}" or ")" or "]" => -1, _ => 0 });

    [GeneratedRegex("\"\"\"(?:\\\\\"\"\"|[^\"]|\"(?!\"\"))*\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"|[A-Za-z_][A-Za-z_0-9]*|-?[0-9][0-9.eE+-]*|\\.\\.\\.|[$@][A-Za-z_0-9]+|[\\s,]+|.", RegexOptions.Singleline)]
    private static partial Regex Token();
}
