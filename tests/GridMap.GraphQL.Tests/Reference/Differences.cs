using System.Text;
using System.Text.RegularExpressions;
using GridMap.GraphQL.Errors;

namespace GridMap.GraphQL.Tests.Reference;

/// <summary>Where the engine and the reference part: of each kind of difference the shortest case, with what it takes to have it again.</summary>
public sealed partial class Differences
{
    private const int ShownKinds = 12;
    private const int ShownLetters = 100;

    private readonly List<Difference> _found = [];
    private int _compared;

    public void Compare(string what, string expected, string actual)
    {
        _compared++;
        if (expected != actual && !KnownDifferences.IsCutShort(expected, actual))
        {
            _found.Add(new Difference(what, PartOf(expected, actual), PartOf(actual, expected)));
        }
    }

    /// <summary>As sets: the order of errors is not fixed.</summary>
    public void Compare(string what, IEnumerable<string> expected, IEnumerable<string> actual)
    {
        var missing = expected.Order(StringComparer.Ordinal).ToList();
        var unexpected = new List<string>();
        foreach (var text in actual.Order(StringComparer.Ordinal).Where(text => !missing.Remove(text) && !KnownDifferences.Cover(text)))
        {
            if (missing.RemoveAll(other => KnownDifferences.IsCutShort(other, text)) == 0)
            {
                unexpected.Add(text);
            }
        }

        _compared++;
        if (missing.Count + unexpected.Count > 0)
        {
            _found.Add(new Difference(what, string.Join('\n', missing), string.Join('\n', unexpected)));
        }
    }

    public void AssertNone()
    {
        Assert.NotEqual(0, _compared);
        if (_found.Count > 0)
        {
            Assert.Fail(Report());
        }
    }

    public static string TextOf(GraphQLError error) =>
        $"{error.Message} @{string.Join(",", error.Locations.Select(location => $"{location.Line}:{location.Column}"))}";

    /// <summary>Around the first letter that differs.</summary>
    private static string PartOf(string text, string other)
    {
        var same = text.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        var start = Math.Max(0, same - ShownLetters);
        return $"at {same}: {text[start..Math.Min(text.Length, same + ShownLetters)]}";
    }

    private string Report()
    {
        var report = new StringBuilder($"{_found.Count} of {_compared} differ.\n");
        foreach (var kind in _found.GroupBy(each => each.Kind).OrderByDescending(group => group.Count()).Take(ShownKinds))
        {
            var shortest = kind.MinBy(each => each.Case.Length)!;
            report.Append($"──── {kind.Count()} times; the reference:\n{shortest.Missing}\n── the engine:\n{shortest.Unexpected}\n── in\n{shortest.Case}\n");
        }

        return report.ToString();
    }

    /// <summary>What only the reference says, and what only the engine says.</summary>
    private sealed partial record Difference(string Case, string Missing, string Unexpected)
    {
        /// <summary>Both without their names and numbers.</summary>
        public string Kind => Particular().Replace($"{Missing}\n{Unexpected}", "_");

        [GeneratedRegex("\"[^\"]*\"|[0-9]+|[A-Za-z]+[0-9]+")]
        private static partial Regex Particular();
    }
}
