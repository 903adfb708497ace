using GridMap.Core;

namespace GridMap.Server.Volunteers;

/// <summary>What the operations of volunteers refuse alike.</summary>
internal static class VolunteerRefusals
{
    public static readonly Refusal NotAllowed = new(
        "NOT_ALLOWED", "Your role does not allow this here; ask someone who manages volunteers in this area.", "您的角色在此区域无权执行此操作，请联系该区域的志愿服务管理人员。");

    public static readonly Refusal Outside = new(
        "POSITION_OUTSIDE_DISTRICT", "Choose a place inside a grid of the district.", "请选择本区网格范围内的位置。");

    public static Refusal? FindTextRefusal(string field, string text, int most) =>
        text.Trim().Length is > 0 and var length && length <= most && !text.Any(char.IsControl)
            ? null
            : new Refusal("TEXT_LENGTH", $"Send {field} with 1 to {most} characters.", $"{field} 须为 1 至 {most} 个字符。");
}
