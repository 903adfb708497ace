using GridMap.Core.Access;
using GridMap.Core.Geography;
using GridMap.Core.Incidents;
using GridMap.Core.Replay;
using GridMap.GraphQL.Execution;

namespace GridMap.Server.Incidents;

/// <summary>An incident that was open in a period, and how it stood at each moment of it.</summary>
public sealed record ReplayedIncident
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required string ClassVersion { get; init; }

    public required string ClassCode { get; init; }

    public required Urgency Urgency { get; init; }

    public required DateTimeOffset ReportedAt { get; init; }

    public required Position Position { get; init; }

    /// <summary>As it is now; it counts where no history was kept.</summary>
    public required Step Step { get; init; }

    /// <summary>By which step its class must be closed: of the rule, if there is one.</summary>
    public int? Amount { get; init; }

    public DeadlineUnit? Unit { get; init; }

    /// <summary>By time: the one in force when the period begins, then those that come in it.</summary>
    public IReadOnlyList<StandingSince> Standings { get; init; } = [];

    public DeadlineRule? Closing => Amount is { } amount ? new DeadlineRule(Steps.NameOf(Step.Closed), amount, Unit!.Value) : null;
}

/// <summary>The incidents of a period of the past.</summary>
[ExtendObjectType("Replay")]
public static class ReplayIncidents
{
    public static async Task<IReadOnlyList<ReplayedIncident>> IncidentsAsync(
        [Parent] ReplayPeriod period, Caller caller, FindReplayedIncidents find, CancellationToken cancellationToken) =>
        await find.RunAsync(period, caller, cancellationToken);
}

/// <summary>What hangs on an incident of the past.</summary>
[ObjectType<ReplayedIncident>]
public static class ReplayedIncidentResolvers
{
    public static ValueTask<VersionedClass?> ClassAsync([Parent] ReplayedIncident incident, ClassesByCode classes, CancellationToken cancellationToken) =>
        classes.LoadAsync((incident.ClassVersion, incident.ClassCode), cancellationToken);
}

/// <summary>How an incident stood from an instant on.</summary>
[ObjectType<StandingSince>("IncidentStanding")]
public static class IncidentStandingResolvers
{
    public static Step Step([Parent] StandingSince since) => since.Standing.Step;

    public static bool IsSuspended([Parent] StandingSince since) => since.Standing.IsSuspended;

    public static DateTimeOffset? DueAt([Parent] StandingSince since) => since.Standing.DueAt;
}
