using GridMap.Core.Geography;
using GridMap.Core.Incidents;

namespace GridMap.Server.Incidents;

/// <summary>Through which channel a report came in.</summary>
public enum IncidentSource
{
    Open311,
    Field,
    Hotline,
    Patrol,
    Courier,
    Desk,
}

/// <summary>Something reported that needs an answer: a row of the SQL function incidents_kept, without who reported it.</summary>
public sealed record Incident
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required string ClassVersion { get; init; }

    public required string ClassCode { get; init; }

    public required IncidentSource Source { get; init; }

    public required Urgency Urgency { get; init; }

    public required Step Step { get; init; }

    public required string Description { get; init; }

    public string? Address { get; init; }

    public int? GridId { get; init; }

    public required DateTimeOffset ReportedAt { get; init; }

    public DateTimeOffset? OnSceneAt { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public required Position Position { get; init; }

    public required int Revision { get; init; }

    /// <summary>Null unless it is suspended.</summary>
    public DateTimeOffset? SuspendedAt { get; init; }

    /// <summary>When somebody was last told to see to it that it is done.</summary>
    public DateTimeOffset? SupervisedAt { get; init; }

    public required int Extensions { get; init; }

    /// <summary>The incident that tells of the same thing.</summary>
    public Guid? DuplicateOfId { get; init; }

    public DateTimeOffset? CalledBackAt { get; init; }

    /// <summary>1 to 5, as the reporter judged the answer.</summary>
    public int? Rating { get; init; }

    public Standing Standing => new(
        Step, SuspendedAt is not null, DueAt, Extensions, SupervisedAt is not null, DuplicateOfId, CalledBackAt is not null, Rating);

    public bool IsOpen => Steps.IsOpen(Step);
}

/// <summary>A step that an incident took, once.</summary>
/// <param name="From">Null for the report itself.</param>
/// <param name="Actor">Who took it: a person's or program's name, or the source of a report.</param>
/// <param name="Move">Null for the report, and where it was not kept.</param>
/// <param name="PatrolId">The patrol it was about.</param>
/// <param name="Amount">How much time an extension gave, counted in `Unit`.</param>
/// <param name="RelatedId">The incident it was merged into.</param>
public sealed record StepTaken(
    Step? From,
    Step To,
    DateTimeOffset At,
    string Actor,
    string? Note,
    Move? Move = null,
    int? PatrolId = null,
    int? Amount = null,
    DeadlineUnit? Unit = null,
    Guid? RelatedId = null,
    int? Rating = null)
{
    /// <summary>What the rules need of it.</summary>
    public HistoryEntry Entry => new(Move, From, To, At, PatrolId, Amount is { } amount ? new Extension(amount, Unit!.Value) : null, RelatedId, Rating);
}

/// <summary>A patrol sent to an incident, and how far it came.</summary>
public sealed record Assignment
{
    public required Guid Id { get; init; }

    public required Guid IncidentId { get; init; }

    public required int PatrolId { get; init; }

    public required string PatrolName { get; init; }

    public required DateTimeOffset AssignedAt { get; init; }

    public DateTimeOffset? AcceptedAt { get; init; }

    public DateTimeOffset? ArrivedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>How it ended; null while it has not, and where it ended before that was kept.</summary>
    public AssignmentOutcome? Outcome { get; init; }

    /// <summary>Who sent the patrol; null where that was before it was kept.</summary>
    public string? AssignedBy { get; init; }

    /// <summary>The caller belongs to the patrol that was sent.</summary>
    public required bool IsMine { get; init; }
}

/// <summary>A kind of class: a component that is broken or missing, or an event.</summary>
public enum IncidentKind
{
    Component,
    Event,
}

/// <summary>A class of incidents in one version of the dictionary.</summary>
public sealed record VersionedClass
{
    public required string Version { get; init; }

    public required string Code { get; init; }

    public required IncidentKind Kind { get; init; }

    public required string Group { get; init; }

    public required string GroupEn { get; init; }

    public required string Name { get; init; }

    public required string NameEn { get; init; }

    public required Urgency Urgency { get; init; }

    /// <summary>What a patrol should be able to do that is sent to one: any one of these.</summary>
    public required IReadOnlyList<string> Skills { get; init; }
}
