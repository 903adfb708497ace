using System.Text.Json;

namespace GridMap.Core.Boundaries.Editing;

/// <summary>The rules of a place as its file has them (`data/boundary-rules.json` describes the form).</summary>
/// <param name="Version">Told with the rules wherever they are shown; 1 to 40 characters.</param>
/// <param name="Title">Where they come from; 1 to 200 characters.</param>
public sealed record BoundaryRuleBook(string Version, string Title, BoundaryRules Rules)
{
    private const int LongestVersion = 40;
    private const int LongestTitle = 200;

    /// <summary>
    /// Reads a book, every rule of it written out. Refusals: `BOUNDARY_RULES_MALFORMED` with line and member, `BOUNDARY_RULES_INVALID` with the member and what
    /// fits.
    /// </summary>
    public static Result<BoundaryRuleBook> FromJson(string text)
    {
        try
        {
            var book = BoundaryJson.ReadRuleBook(text);
            return book.FindRefusal() is { } refusal ? refusal : book;
        }
        catch (JsonException wrong)
        {
            return Malformed($"{wrong.Path ?? "$"}, line {wrong.LineNumber + 1}");
        }
    }

    private Refusal? FindRefusal() => Findings().FirstOrDefault();

    private IEnumerable<Refusal> Findings() =>
    [
        .. Unless(IsText(Version, LongestVersion), "version", $"1–{LongestVersion}"),
        .. Unless(IsText(Title, LongestTitle), "title", $"1–{LongestTitle}"),
        .. Of(Rules.GridHouseholds, "gridHouseholds", 1, 100_000),
        .. Of(Rules.CommunityHouseholds, "communityHouseholds", 1, 1_000_000),
        .. Of(Rules.GridsPerCommunity, "gridsPerCommunity", 1, 999),
        .. Of(Rules.GridWorkers, "gridWorkers", 0, 1_000),
        .. Of(Rules.GridPieces, "gridPieces", 1, 1_000),
        .. Of(Rules.GridCompactness, "gridCompactness", 1, 100),
        .. Of(Rules.PieceSquareMeters, "pieceSquareMeters", 1, 1_000_000),
        .. Unless(Rules.PieceSquareMeters is null or { Refuses: true, Most: null }, "rules.pieceSquareMeters", "\"most\": null, \"refuses\": true"),
    ];

    private static bool IsText(string text, int longest) => !string.IsNullOrWhiteSpace(text) && text.Length <= longest && !text.Any(char.IsControl);

    private static IEnumerable<Refusal> Of(BoundaryRule? rule, string name, int least, int most) => rule is null ? [] :
    [
        .. Unless(rule.Least is not null || rule.Most is not null, $"rules.{name}", "least or most"),
        .. Unless(rule.Least is null || (rule.Least >= least && rule.Least <= most), $"rules.{name}.least", $"{least}–{most}"),
        .. Unless(rule.Most is null || (rule.Most >= least && rule.Most <= most), $"rules.{name}.most", $"{least}–{most}"),
        .. Unless(rule is not { Least: { } low, Most: { } high } || low <= high, $"rules.{name}", "least ≤ most"),
    ];

    private static IEnumerable<Refusal> Unless(bool fits, string member, string what) => fits ? [] :
    [
        new Refusal(
            "BOUNDARY_RULES_INVALID",
            $"The rules of boundaries do not fit at {member}: write {what}.",
            $"网格划分规则的 {member} 不正确：应为 {what}。"),
    ];

    private static Refusal Malformed(string where) => new(
        "BOUNDARY_RULES_MALFORMED",
        $"The rules of boundaries cannot be read at {where}: compare the file with data/boundary-rules.json.",
        $"网格划分规则文件在 {where} 处无法读取：请对照 data/boundary-rules.json 修改。");
}
