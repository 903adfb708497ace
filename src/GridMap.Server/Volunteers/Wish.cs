using GridMap.Core.Geography;
using GridMap.Core.Volunteers;

namespace GridMap.Server.Volunteers;

/// <summary>A micro-wish; the resident is never kept.</summary>
public sealed record Wish
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required string Title { get; init; }

    public required string Kind { get; init; }

    public int? GridId { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required WishState State { get; init; }

    public required Position Position { get; init; }
}

/// <summary>A volunteer's promise to fulfil a wish.</summary>
public sealed record Claim
{
    public required Guid WishId { get; init; }

    public required int VolunteerId { get; init; }

    public required DateTimeOffset ClaimedAt { get; init; }

    public DateTimeOffset? DoneAt { get; init; }

    public short? Rating { get; init; }
}

/// <summary>A team of volunteers.</summary>
public sealed record VolunteerTeam(int Id, string Name, string Kind, int Members);

/// <summary>A volunteer.</summary>
public sealed record Volunteer(int Id, string Name, int TeamId);
