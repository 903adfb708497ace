namespace GridMap.Core.Access;

/// <summary>How long a session lasts: a person's no longer than a long shift, a wall's as long as the wall is looked at.</summary>
public sealed record SessionLimits
{
    public TimeSpan Longest { get; init; } = TimeSpan.FromHours(14);

    /// <summary>With no page open for so long it ends.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromHours(2);

    public TimeSpan WallIdle { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Only a session that can do nothing but show a wall lives without an end.</summary>
    public static bool IsWall(IReadOnlyCollection<Role> roles) => roles.Count > 0 && roles.All(role => role == Role.Wall);
}
