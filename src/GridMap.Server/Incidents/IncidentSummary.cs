using GridMap.Core.Geography;

namespace GridMap.Server.Incidents;

/// <summary>An incident as everybody may see it: a row of the SQL function incident_summary, and `Incident` of docs/interfaces.md.</summary>
public record IncidentSummary
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required string ClassCode { get; init; }

    public required string ClassName { get; init; }

    public required string ClassNameEn { get; init; }

    public required string Urgency { get; init; }

    public required string Step { get; init; }

    public required string Source { get; init; }

    public required string Description { get; init; }

    public string? Address { get; init; }

    public int? GridId { get; init; }

    public string? GridCode { get; init; }

    public string? GridName { get; init; }

    public string? CommunityName { get; init; }

    public required DateTimeOffset ReportedAt { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public required Position Position { get; init; }
}
