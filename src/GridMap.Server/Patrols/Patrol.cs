using GridMap.Core.Patrols;

namespace GridMap.Server.Patrols;

/// <summary>What a patrol is.</summary>
public enum PatrolKind
{
    GridWorker,
    Team,
    Vehicle,
}

/// <summary>How somebody is employed: 专, 兼, 辅.</summary>
public enum Employment
{
    FullTime,
    PartTime,
    Auxiliary,
}

/// <summary>A grid worker, team or vehicle.</summary>
public sealed record Patrol
{
    public required int Id { get; init; }

    public required string Name { get; init; }

    public required PatrolKind Kind { get; init; }

    public required Employment Employment { get; init; }

    public required IReadOnlyList<string> Skills { get; init; }

    public int? GridId { get; init; }

    /// <summary>At the time it was asked for.</summary>
    public required bool OnDuty { get; init; }
}

/// <summary>A weekly shift (班次) on the clock of the place.</summary>
/// <param name="Weekdays">By ISO: 1 is Monday, 7 Sunday.</param>
/// <param name="EndsAt">At or before the start: on the next day.</param>
public sealed record Shift(IReadOnlyList<int> Weekdays, string StartsAt, string EndsAt);

/// <summary>How many patrols an area has.</summary>
public sealed record PatrolCount(int Total, int OnDuty)
{
    public static PatrolCount None { get; } = new(0, 0);
}

/// <summary>Where a patrol was from one time until another, which is not included (轨迹).</summary>
/// <param name="Fixes">In order of time.</param>
public sealed record Track(DateTimeOffset From, DateTimeOffset Until, IReadOnlyList<Fix> Fixes);
