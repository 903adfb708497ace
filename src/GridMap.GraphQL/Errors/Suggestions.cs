namespace GridMap.GraphQL.Errors;

/// <summary>" Did you mean …?" for a name that is not known; the same words and order as the reference implementation's.</summary>
public static class Suggestions
{
    private const int Most = 5;

    /// <summary>Empty, or a sentence with a space in front that offers the known names that are like `name`, the likest first.</summary>
    public static string DidYouMean(string name, IEnumerable<string> known) => DidYouMean(Similar(name, known));

    /// <summary>As above, with what the names are in front of them: "the enum value".</summary>
    public static string DidYouMean(string what, string name, IEnumerable<string> known) => DidYouMean(Similar(name, known), what + " ");

    /// <summary>Offers names in the given order, at most five.</summary>
    public static string DidYouMean(IReadOnlyList<string> names, string what = "")
    {
        var quoted = names.Take(Most).Select(name => $"\"{name}\"").ToList();
        return quoted switch
        {
            [] => "",
            [var only] => $" Did you mean {what}{only}?",
            [var first, var second] => $" Did you mean {what}{first} or {second}?",
            [.. var others, var last] => $" Did you mean {what}{string.Join(", ", others)}, or {last}?",
        };
    }

    /// <summary>The names at most two fifths of the letters (and one) away from `name`, the nearest first.</summary>
    public static IReadOnlyList<string> Similar(string name, IEnumerable<string> known)
    {
        var threshold = (int)(name.Length * 0.4) + 1;
        return
        [
            .. known.Distinct()
                .Select(option => (Option: option, Distance: EditDistance.Between(name, option, threshold)))
                .Where(option => option.Distance is not null)
                .OrderBy(option => option.Distance)
                .ThenBy(option => option.Option, NaturalOrder.Instance)
                .Select(option => option.Option),
        ];
    }
}
