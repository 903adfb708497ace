using GridMap.Core.Incidents;

namespace GridMap.Server.Incidents;

/// <summary>A row of an incident's history.</summary>
internal sealed record StepRow
{
    public required Guid IncidentId { get; init; }

    public Step? FromStep { get; init; }

    public required Step ToStep { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Actor { get; init; }

    public string? Note { get; init; }

    public Move? Move { get; init; }

    public int? PatrolId { get; init; }

    public int? Amount { get; init; }

    public DeadlineUnit? Unit { get; init; }

    public Guid? RelatedId { get; init; }

    public int? Rating { get; init; }

    public StepTaken Taken => new(FromStep, ToStep, At, Actor, Note, Move, PatrolId, Amount, Unit, RelatedId, Rating);
}
