using Dapper;
using GridMap.Core.Access;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Incidents;

/// <summary>Finds one incident by its id or number, with the steps it took and the patrols sent to it; none that the caller may not see.</summary>
public sealed class FindIncident(NpgsqlDataSource database, CurrentAreas areas)
{
    public async Task<IncidentWithHistory?> RunAsync(IncidentKey key, Caller caller, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var answers = await connection.QueryMultipleAsync(new CommandDefinition(
            Sql.Beside<FindIncident>(), new { id = key.Id, number = key.Number }, cancellationToken: cancellationToken));
        var incident = await answers.ReadSingleOrDefaultAsync<IncidentWithHistory>();
        var steps = await answers.ReadAsync<IncidentStep>();
        var assignments = await answers.ReadAsync<IncidentAssignment>();
        var isSeen = incident is not null && await areas.AllowsAsync(caller, Permission.SeeIncidents, incident.GridId, cancellationToken);
        return !isSeen ? null : incident! with { Steps = steps.AsList(), Assignments = assignments.AsList() };
    }
}

/// <summary>An incident with everything that happened to it, oldest first.</summary>
public sealed record IncidentWithHistory : IncidentSummary
{
    public IReadOnlyList<IncidentStep> Steps { get; init; } = [];

    public IReadOnlyList<IncidentAssignment> Assignments { get; init; } = [];
}

/// <summary>A step an incident took; the first comes from nowhere.</summary>
public sealed record IncidentStep
{
    public string? From { get; init; }

    public required string To { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Actor { get; init; }

    public string? Note { get; init; }
}

/// <summary>A patrol sent to an incident, and how far it came.</summary>
public sealed record IncidentAssignment
{
    public required int PatrolId { get; init; }

    public required string PatrolName { get; init; }

    public required DateTimeOffset AssignedAt { get; init; }

    public DateTimeOffset? AcceptedAt { get; init; }

    public DateTimeOffset? ArrivedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }
}
