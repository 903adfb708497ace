using GridMap.Core.Geography;

namespace GridMap.Server.Volunteers;

/// <summary>How far an activity has come.</summary>
public enum ActivityState
{
    Published,
    Running,
    Done,
    Cancelled,
}

/// <summary>A volunteer activity.</summary>
public sealed record Activity
{
    public required Guid Id { get; init; }

    public required int TeamId { get; init; }

    public required string Title { get; init; }

    public required string Kind { get; init; }

    public required string Address { get; init; }

    public int? GridId { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    public required int Capacity { get; init; }

    public required ActivityState State { get; init; }

    public required Position Position { get; init; }
}

/// <summary>A volunteer's place in an activity.</summary>
public sealed record Signup
{
    public required Guid ActivityId { get; init; }

    public required int VolunteerId { get; init; }

    public required DateTimeOffset SignedUpAt { get; init; }

    public DateTimeOffset? CheckedInAt { get; init; }

    public int? Minutes { get; init; }
}
