using GridMap.Core;
using GridMap.Core.Access;

namespace GridMap.Platform.Access;

/// <summary>A role in an area named by its code; without a code in the whole place.</summary>
public sealed record RoleInArea(Role Role, string? AreaCode)
{
    /// <summary>Reads `dispatcher` or `dispatcher@140214001`.</summary>
    public static Result<RoleInArea> Parse(string text)
    {
        var parts = text.Split('@', 2);
        return Roles.Find(parts[0]) is { } role
            ? new RoleInArea(role, parts.Length == 2 ? parts[1] : null)
            : new Refusal(
                "ROLE_UNKNOWN",
                $"A role is one of {string.Join(", ", Enum.GetValues<Role>().Select(Roles.NameOf))}, with @ and an area's code for a part of the district.",
                $"角色须为 {string.Join("、", Enum.GetValues<Role>().Select(Roles.NameOf))} 之一，可加 @区域编码 限定范围。");
    }
}
