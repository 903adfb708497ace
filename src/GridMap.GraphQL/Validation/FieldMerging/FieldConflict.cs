using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Validation.FieldMerging;

/// <summary>Two fields of one response name that no response can hold both, and why; with those below them that are to blame.</summary>
internal sealed record FieldConflict(string ResponseName, string Reason, IReadOnlyList<FieldNode> Left, IReadOnlyList<FieldNode> Right)
{
    private const int MostNodes = 20;

    private const int LongestText = 1_000;

    public string Message =>
        $"Fields \"{Shorten(ResponseName)}\" conflict because {Reason}. Use different aliases on the fields to fetch both if this was intentional.";

    public static FieldConflict OfNames(FieldUse left, FieldUse right) =>
        Between(left, right, $"\"{Shorten(left.Node.Name.Value)}\" and \"{Shorten(right.Node.Name.Value)}\" are different fields");

    public static FieldConflict OfArguments(FieldUse left, FieldUse right) => Between(left, right, "they have differing arguments");

    public static FieldConflict OfTypes(FieldUse left, FieldUse right) =>
        Between(left, right, $"they return conflicting types \"{left.Type}\" and \"{right.Type}\"");

    /// <summary>The conflict of two fields whose own selections are in conflict; null if these are not.</summary>
    public static FieldConflict? OfSelections(FieldUse left, FieldUse right, IReadOnlyList<FieldConflict> below)
    {
        if (below.Count == 0)
            return null;

        var reasons = below.Select(conflict => $"subfields \"{Shorten(conflict.ResponseName)}\" conflict because {conflict.Reason}");
        return new(
            left.Node.ResponseName,
            Shorten(string.Join(" and ", reasons)),
            NodesOf(left.Node, below.Select(conflict => conflict.Left)),
            NodesOf(right.Node, below.Select(conflict => conflict.Right)));
    }

    private static FieldConflict Between(FieldUse left, FieldUse right, string reason) =>
        new(left.Node.ResponseName, reason, [left.Node], [right.Node]);

    private static List<FieldNode> NodesOf(FieldNode field, IEnumerable<IReadOnlyList<FieldNode>> below)
    {
        var nodes = new List<FieldNode> { field };
        foreach (var ofConflict in below)
        {
            // The innermost stand last and tell the most.
            nodes.AddRange(ofConflict.TakeLast(MostNodes - nodes.Count));
            if (nodes.Count == MostNodes)
                break;
        }

        return nodes;
    }

    private static string Shorten(string text) => text.Length > LongestText ? $"{text[..LongestText]}..." : text;
}
