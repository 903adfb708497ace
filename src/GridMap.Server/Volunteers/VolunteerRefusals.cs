using System.Text.RegularExpressions;
using GridMap.Core;

namespace GridMap.Server.Volunteers;

/// <summary>What the operations of volunteers refuse alike.</summary>
internal static partial class VolunteerRefusals
{
    public static readonly Refusal NotAllowed = new(
        "NOT_ALLOWED", "Your role does not allow this here; ask someone who manages volunteers in this area.", "您的角色在此区域无权执行此操作，请联系该区域的志愿服务管理人员。");

    public static readonly Refusal Outside = new(
        "POSITION_OUTSIDE_DISTRICT", "Choose a place inside a grid of the district.", "请选择本区网格范围内的位置。");

    public static readonly Refusal KeyReused = new(
        "IDEMPOTENCY_KEY_REUSED", "This key was used for something else; make a new key for a new request.", "该幂等键已用于其他请求，请为新请求生成新的幂等键。");

    private static readonly Refusal KeyMalformed = new(
        "IDEMPOTENCY_KEY_MALFORMED", "Send 8 to 128 printable ASCII characters as the key.", "幂等键须为 8 至 128 个可打印 ASCII 字符。");

    public static Refusal? FindKeyRefusal(string key) => Key().IsMatch(key) ? null : KeyMalformed;

    public static Refusal? FindTextRefusal(string field, string text, int most) =>
        text.Trim().Length is > 0 and var length && length <= most && !text.Any(char.IsControl)
            ? null
            : new Refusal("TEXT_LENGTH", $"Send {field} with 1 to {most} characters.", $"{field} 须为 1 至 {most} 个字符。");

    [GeneratedRegex("^[!-~]{8,128}\\z")]
    private static partial Regex Key();
}
