using GridMap.Core.Alarms;
using GridMap.Core.Geography;

namespace GridMap.Server.Alarms;

/// <summary>An alarm as it stands.</summary>
public sealed record Alarm
{
    public required int Id { get; init; }

    public required AlarmKind Kind { get; init; }

    public required AlarmSeverity Severity { get; init; }

    public required AlarmState State { get; init; }

    public required string SubjectId { get; init; }

    public required string SubjectName { get; init; }

    public int? GridId { get; init; }

    public Position? Position { get; init; }

    public required DateTimeOffset Since { get; init; }

    public required DateTimeOffset RaisedAt { get; init; }

    public int? RepeatSeconds { get; init; }

    public DateTimeOffset? EscalatesAt { get; init; }

    public DateTimeOffset? EscalatedAt { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }

    public string? AcknowledgedBy { get; init; }

    public int? AcknowledgedByAccount { get; init; }

    public string? Note { get; init; }

    public DateTimeOffset? ClearedAt { get; init; }

    /// <summary>The incident it is about, if it is about one.</summary>
    public Guid? IncidentId => Kind is AlarmKind.UrgentIncident or AlarmKind.DeadlinePassed ? Guid.Parse(SubjectId) : null;

    /// <summary>The patrol it is about, if it is about one.</summary>
    public int? PatrolId => IdOf(AlarmKind.PatrolSilent);

    /// <summary>The patrol point it is about, if it is about one.</summary>
    public int? PatrolPointId => IdOf(AlarmKind.PointMissed);

    private int? IdOf(AlarmKind kind) => Kind == kind ? int.Parse(SubjectId, System.Globalization.CultureInfo.InvariantCulture) : null;
}

/// <summary>What happened to an alarm.</summary>
public enum AlarmHappening
{
    Raised,
    Escalated,
    Acknowledged,
    Cleared,
}

/// <summary>One thing that happened to an alarm; no actor is the server itself.</summary>
public sealed record AlarmEvent(DateTimeOffset At, AlarmHappening Happened, string? Actor, string? Note);

/// <summary>An alarm that somebody wanted to acknowledge, as it is now, and why they have not.</summary>
public sealed record AlarmAnswer(Alarm? Alarm, Core.Refusal? Refusal);
