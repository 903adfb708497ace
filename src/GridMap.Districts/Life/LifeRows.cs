using NetTopologySuite.Geometries;

namespace GridMap.Districts.Life;

/// <summary>A row of `patrol`.</summary>
public sealed record PatrolRow(int Id, string DeviceId, string Name, string Kind, string Employment, string[] Skills, int GridId);

/// <summary>A row of `shift`: starts at a local time on these ISO weekdays and lasts so many hours.</summary>
public sealed record ShiftRow(int PatrolId, short[] Weekdays, TimeOnly StartsAt, TimeOnly EndsAt);

public sealed record PatrolPointRow(int Id, string Code, string Name, string Kind, short RequiredVisits, string RequiredPer, int GridId, Point Position);

public sealed record CheckInRow(int PatrolPointId, int PatrolId, DateTimeOffset CheckedAt, float DistanceMeters);

/// <summary>An incident with every step it took and the patrol that was sent.</summary>
public sealed record IncidentRow(
    Guid Id,
    string Number,
    string ClassCode,
    string Source,
    string Urgency,
    string Step,
    string Description,
    string Address,
    int GridId,
    DateTimeOffset ReportedAt,
    DateTimeOffset? OnSceneAt,
    DateTimeOffset? DueAt,
    DateTimeOffset? HandlingDueAt,
    DateTimeOffset? ClosedAt,
    Point Position,
    IReadOnlyList<StepRow> Steps,
    OrderRow? Order);

public sealed record StepRow(string? From, string To, DateTimeOffset At, string Actor, string? Note);

public sealed record OrderRow(
    Guid Id, int PatrolId, DateTimeOffset AssignedAt, DateTimeOffset? AcceptedAt, DateTimeOffset? ArrivedAt, DateTimeOffset? FinishedAt);

public sealed record TeamRow(int Id, string Name, string Kind, int CommunityId);

public sealed record VolunteerRow(int Id, int TeamId, string Name);

public sealed record ActivityRow(
    Guid Id, int TeamId, string Title, string Kind, string Address, int GridId, DateTimeOffset StartsAt, DateTimeOffset EndsAt, int Capacity, string State,
    Point Position, IReadOnlyList<SignupRow> Signups);

public sealed record SignupRow(int VolunteerId, DateTimeOffset SignedUpAt, DateTimeOffset? CheckedInAt, int? Minutes);

public sealed record WishRow(Guid Id, string Number, string Title, string Kind, int GridId, DateTimeOffset MadeAt, string State, Point Position, ClaimRow? Claim);

public sealed record ClaimRow(int VolunteerId, DateTimeOffset ClaimedAt, DateTimeOffset? DoneAt, short? Rating);

public sealed record PointsRow(int VolunteerId, int Points, string Reason, DateTimeOffset At);
