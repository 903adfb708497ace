using System.Text.RegularExpressions;
using GridMap.Core;
using GridMap.Platform.Api;

namespace GridMap.Server.Patrols;

/// <summary>What the operations of patrol points refuse alike.</summary>
internal static partial class PatrolPointRefusals
{
    private const int LongestName = 100;
    private const int LongestKind = 40;
    private const int MostVisits = 100;

    public static readonly Refusal Unknown = new("PATROL_POINT_UNKNOWN", "There is no such patrol point; check its id.", "没有这一巡查点位；请核对 id。");

    public static readonly Refusal NotAllowed = new(
        "NOT_ALLOWED", "Your roles do not allow this here; ask who manages the facilities of this area.", "您的角色在此区域无权执行此操作；请联系该区域的设施管理人员。");

    public static readonly Refusal ChangedMeanwhile = new(
        "PATROL_POINT_CHANGED_MEANWHILE", "Somebody has changed the point since you saw it: look again, then decide.", "该点位已被他人修改：请查看最新内容后再操作。");

    public static readonly Refusal CodeTaken = new(
        "PATROL_POINT_CODE_TAKEN", "Another point has this code, or had it: choose a new one.", "该编码已被其他点位使用或曾经使用：请更换编码。");

    private static readonly Refusal CodeMalformed = new(
        "PATROL_POINT_CODE_MALFORMED", "A code has 1 to 32 letters, digits, dots, underscores or hyphens.", "编码须为 1 至 32 个字母、数字、点、下划线或连字符。");

    private static readonly Refusal VisitsOutOfRange = new(
        "REQUIRED_VISITS_OUT_OF_RANGE", $"Ask for 1 to {MostVisits} visits in each period.", $"每个周期的巡查次数须在 1 至 {MostVisits} 之间。");

    public static Refusal? FindCodeRefusal(string code) => Code().IsMatch(code) ? null : CodeMalformed;

    /// <summary>What is wrong with what is said of a point; null says nothing.</summary>
    public static Refusal? FindRefusal(string? name, string? kind, int? requiredVisits) =>
        FindTextRefusal("name", name, LongestName)
        ?? FindTextRefusal("kind", kind, LongestKind)
        ?? (requiredVisits is < 1 or > MostVisits ? VisitsOutOfRange : null);

    private static Refusal? FindTextRefusal(string field, string? text, int most) =>
        text is null || !RequestValue.Words(text, most).IsRefused
            ? null
            : new Refusal("TEXT_LENGTH", $"Send {field} with 1 to {most} characters.", $"{field} 须为 1 至 {most} 个字符。");

    [GeneratedRegex(@"\A[A-Za-z0-9._-]{1,32}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
