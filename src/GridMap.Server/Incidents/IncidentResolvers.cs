using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Incidents;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Access;
using GridMap.Platform.Schema;

namespace GridMap.Server.Incidents;

/// <summary>What hangs on an incident.</summary>
[ObjectType<Incident>]
public static class IncidentResolvers
{
    public static bool IsOverdue([Parent] Incident incident, TimeProvider clock) => incident.IsOpen && incident.DueAt < clock.GetUtcNow();

    public static ValueTask<VersionedClass?> ClassAsync([Parent] Incident incident, ClassesByCode classes, CancellationToken cancellationToken) =>
        classes.LoadAsync((incident.ClassVersion, incident.ClassCode), cancellationToken);

    public static async Task<IReadOnlyList<StepTaken>> StepsAsync([Parent] Incident incident, StepsOfIncidents steps, CancellationToken cancellationToken) =>
        await steps.LoadAsync(incident.Id, cancellationToken) ?? [];

    public static async Task<IReadOnlyList<Assignment>> AssignmentsAsync(
        [Parent] Incident incident, AssignmentsOfIncidents assignments, CancellationToken cancellationToken) =>
        await assignments.LoadAsync(incident.Id, cancellationToken) ?? [];

    public static async Task<IReadOnlyList<Transition>> MovesAsync(
        [Parent] Incident incident, Caller caller, CurrentAreas areas, AssignmentsOfIncidents assignments, TimeProvider clock, CancellationToken cancellationToken)
    {
        var path = (await areas.LoadAsync(cancellationToken)).PathOf(incident.GridId);
        bool Allows(Permission permission) => AccessRules.Allows(caller, permission, path);
        var possible = Transitions.Possible(incident.Standing, clock.GetUtcNow(), Allows);
        if (Allows(Permission.Dispatch) || !possible.Any(Dispatching.IsAnswer))
        {
            return possible;
        }

        var sent = await assignments.LoadAsync(incident.Id, cancellationToken) ?? [];
        return sent.Any(assignment => assignment is { IsMine: true, FinishedAt: null })
            ? possible
            : [.. possible.Where(transition => !Dispatching.IsAnswer(transition))];
    }

    public static ValueTask<Reporter?> ReporterAsync([Parent] Incident incident, ReportersOfIncidents reporters, CancellationToken cancellationToken) =>
        reporters.LoadAsync(incident.Id, cancellationToken);
}

/// <summary>What the working calendar and other incidents make of an incident.</summary>
[ExtendObjectType("Incident")]
public static class IncidentLoop
{
    public static async Task<IReadOnlyList<StepDeadline>> DeadlinesAsync(
        [Parent] Incident incident, StepsOfIncidents steps, DeadlinesOfClasses deadlines, CurrentIncidentRules rules, CancellationToken cancellationToken)
    {
        var history = steps.LoadAsync(incident.Id, cancellationToken);
        var laidDown = await deadlines.LoadAsync((incident.ClassVersion, incident.ClassCode), cancellationToken) ?? [];
        var taken = await history ?? [];
        var inForce = await rules.FindAsync(cancellationToken);
        return taken.Count == 0 || inForce.IsRefused
            ? []
            : StepDeadline.Of(laidDown, [.. taken.Select(step => step.Entry)], inForce.Value.Calendar, inForce.Value.TimeZone);
    }

    public static ValueTask<Incident?> DuplicateOfAsync([Parent] Incident incident, IncidentsById incidents, CancellationToken cancellationToken) =>
        incident.DuplicateOfId is { } id ? incidents.LoadAsync(id, cancellationToken) : default;

    public static async Task<IReadOnlyList<Incident>> DuplicatesAsync(
        [Parent] Incident incident, DuplicatesOfIncidents duplicates, CancellationToken cancellationToken) =>
        await duplicates.LoadAsync(incident.Id, cancellationToken) ?? [];

    public static async Task<IReadOnlyList<PossibleDuplicate>> PossibleDuplicatesAsync(
        [Parent] Incident incident, PossibleDuplicates duplicates, CancellationToken cancellationToken) =>
        await duplicates.LoadAsync(incident.Id, cancellationToken) ?? [];
}

/// <summary>The incident that may tell of the same thing.</summary>
[ObjectType<PossibleDuplicate>]
public static class PossibleDuplicateResolvers
{
    public static ValueTask<Incident?> IncidentAsync([Parent] PossibleDuplicate duplicate, IncidentsById incidents, CancellationToken cancellationToken) =>
        incidents.LoadAsync(duplicate.Id, cancellationToken);
}

/// <summary>A deadline, as the schema names it.</summary>
[ObjectType<StepDeadline>]
public static class StepDeadlineResolvers;

/// <summary>A step that was taken, as the schema names it.</summary>
[ObjectType<StepTaken>("IncidentStep")]
public static class StepTakenResolvers
{
    public static ValueTask<string?> ActorNameAsync([Parent] StepTaken step, NamesOfPeople names, CancellationToken cancellationToken) =>
        names.FindAsync(step.Actor, cancellationToken);
}

/// <summary>A move that may be made, as the schema names it.</summary>
[ObjectType<Transition>("PossibleMove")]
public static class TransitionResolvers;

/// <summary>A class, as the schema names it.</summary>
[ObjectType<VersionedClass>("IncidentClass")]
public static class VersionedClassResolvers;

/// <summary>What hangs on an assignment.</summary>
[ObjectType<Assignment>]
public static class AssignmentResolvers
{
    public static ValueTask<Incident?> IncidentAsync([Parent] Assignment assignment, IncidentsById incidents, CancellationToken cancellationToken) =>
        incidents.LoadAsync(assignment.IncidentId, cancellationToken);

    public static ValueTask<string?> AssignedByNameAsync([Parent] Assignment assignment, NamesOfPeople names, CancellationToken cancellationToken) =>
        names.FindAsync(assignment.AssignedBy, cancellationToken);
}

/// <summary>What is counted only when it is asked for.</summary>
[ObjectType<IncidentPage>("IncidentConnection")]
public static class IncidentConnectionResolvers
{
    public static async Task<int> TotalCountAsync(
        [Parent] IncidentPage page, Caller caller, CountIncidents count, IncidentTotalsOfAreas totals, CancellationToken cancellationToken) =>
        page.AreaId is { } areaId
            ? await totals.LoadAsync(areaId, page.Filter, cancellationToken)
            : await count.RunAsync(page.Filter, caller, cancellationToken);
}

/// <summary>What a count is of.</summary>
[ObjectType<IncidentCount>]
public static class IncidentCountResolvers
{
    public static ValueTask<VersionedClass?> ClassAsync([Parent] IncidentCount count, ClassesByCode classes, CancellationToken cancellationToken) =>
        count.Class is { } key ? classes.LoadAsync(key, cancellationToken) : default;
}

/// <summary>The incidents of an area.</summary>
[ExtendObjectType("Area")]
public static class AreaIncidents
{
    private static readonly Refusal FirstOutOfRange = new(
        "PAGE_SIZE_OUT_OF_RANGE", $"Ask for 1 to {PageRequest.LargestSize} items by first.", $"first 须在 1 至 {PageRequest.LargestSize} 之间。");

    public static async Task<IncidentPage?> IncidentsAsync(
        [Parent("Id")] int areaId, IncidentFilter? filter, int first, Caller caller, IncidentsOfAreas incidents, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeIncidents);
        return first is >= 1 and <= PageRequest.LargestSize
            ? await incidents.LoadAsync(areaId, new FirstIncidents(IncidentQueries.Checked(filter), first), cancellationToken)
            : throw FirstOutOfRange.AsError();
    }

    /// <summary>Null where the caller does not see all of them: a part is no count of the area.</summary>
    public static async Task<int?> OpenIncidentCountAsync(
        [Parent("Id")] int areaId, Caller caller, CurrentAreas areas, IncidentTotalsOfAreas totals, CancellationToken cancellationToken) =>
        await areas.AllowsAsync(caller, Permission.SeeIncidents, areaId, cancellationToken)
            ? await totals.LoadAsync(areaId, IncidentFilter.Open, cancellationToken)
            : null;
}

/// <summary>What a patrol was sent to.</summary>
[ExtendObjectType("Patrol")]
public static class PatrolAssignments
{
    public static async Task<IReadOnlyList<Assignment>> OpenAssignmentsAsync(
        [Parent("Id")] int patrolId, OpenAssignmentsOfPatrols assignments, CancellationToken cancellationToken) =>
        await assignments.LoadAsync(patrolId, cancellationToken) ?? [];
}

/// <summary>The incident that an alarm is about.</summary>
[ExtendObjectType("Alarm")]
public static class AlarmIncident
{
    public static ValueTask<Incident?> IncidentAsync([Parent("IncidentId")] Guid? incidentId, IncidentsById incidents, CancellationToken cancellationToken) =>
        incidentId is { } id ? incidents.LoadAsync(id, cancellationToken) : default;
}
