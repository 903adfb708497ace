using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Incidents;
using GridMap.Platform.Access;

namespace GridMap.Server.Incidents;

/// <summary>Decides whether a move may be made to an incident as it was found.</summary>
public sealed class JudgeMove(CurrentAreas areas, CurrentIncidentRules rules, TimeProvider clock)
{
    /// <summary>The transition it makes, or why it makes none.</summary>
    public async Task<Result<Transition>> RunAsync(MoveTarget target, MoveRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var tree = await areas.LoadAsync(cancellationToken);
        var path = tree.PathOf(target.GridId);
        var last = await LastChangeAsync(target, cancellationToken);
        bool Allows(Permission permission) => AccessRules.Allows(caller, permission, path);
        var judged = Transitions.Judge(request.Move, target.Step, request.Expected, request.Note, Allows, last);
        if (judged.IsRefused)
        {
            return judged;
        }

        if (request.ExpectedPatrolId is { } expected && expected != target.SentPatrolId)
        {
            return Transitions.ChangedMeanwhile(target.Step, last);
        }

        var refusal = SideSteps.FindRefusal(request.Move, target.Standing, clock.GetUtcNow())
            ?? SideSteps.FindRefusal(request.Extension, request.Rating)
            ?? Merge(target, request, AccessRules.Scope(caller, Permission.SeeIncidents, tree))
            ?? Dispatch(judged.Value, target, request, Allows, AccessRules.Scope(caller, Permission.Dispatch, tree));
        return refusal is null ? judged : refusal;
    }

    /// <summary>The refusal for somebody who saw the incident otherwise than it is, with who was faster.</summary>
    public async Task<Refusal> ConflictAsync(MoveTarget target, CancellationToken cancellationToken) =>
        Transitions.ChangedMeanwhile(target.Step, await LastChangeAsync(target, cancellationToken));

    private static Refusal? Merge(MoveTarget target, MoveRequest request, GridScope seen) => request.Move == Move.Merge
        ? SideSteps.FindMergeRefusal(target.Id, target.HasDuplicates, seen.Contains(target.IntoGridId) ? target.Into : null)
        : null;

    private static Refusal? Dispatch(Transition transition, MoveTarget target, MoveRequest request, Func<Permission, bool> allows, GridScope reach)
    {
        if (transition.Assignment is AssignmentChange.Begin or AssignmentChange.Replace)
        {
            var patrol = target.HasPatrol ? new PatrolToSend(request.PatrolId!.Value, target.IsOnDuty, reach.Contains(target.PatrolGridId)) : null;
            return Dispatching.FindSendingRefusal(patrol, target.SentPatrolId);
        }

        return Dispatching.IsAnswer(transition)
            ? Dispatching.FindHandlerRefusal(target.SentPatrolId, target.CallersPatrolId, allows(Permission.Dispatch))
            : null;
    }

    private async Task<LastChange?> LastChangeAsync(MoveTarget target, CancellationToken cancellationToken)
    {
        if (target.Last is not { } last)
        {
            return null;
        }

        var inForce = await rules.FindAsync(cancellationToken);
        return new LastChange(target.LastActorName!, inForce.IsRefused ? last.At : TimeZoneInfo.ConvertTime(last.At, inForce.Value.TimeZone));
    }
}
