using GridMap.Core.Geography;

namespace GridMap.Server.Patrols;

/// <summary>The period in which a point must be visited so often.</summary>
public enum VisitPeriod
{
    Shift,
    Day,
    Week,
    Month,
}

/// <summary>A place that must be visited so often (巡查点位).</summary>
public sealed record PatrolPoint
{
    public required int Id { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string Kind { get; init; }

    public required int RequiredVisits { get; init; }

    public required VisitPeriod RequiredPer { get; init; }

    public int? GridId { get; init; }

    public required int Version { get; init; }

    public required Position Position { get; init; }
}

/// <summary>How often a point has been visited in the period that runs, and what that means.</summary>
public sealed record PointVisits
{
    public required int Id { get; init; }

    public required int VisitsInPeriod { get; init; }

    public required bool IsDue { get; init; }

    public required bool IsMissed { get; init; }

    public required DateTimeOffset PeriodStartsAt { get; init; }

    public required DateTimeOffset PeriodEndsAt { get; init; }
}

/// <summary>A proved visit (打卡).</summary>
public sealed record CheckIn
{
    public required long Id { get; init; }

    public required int PatrolPointId { get; init; }

    public required int PatrolId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>How far from the point it was made.</summary>
    public required double DistanceMeters { get; init; }
}
