using GridMap.Core.Access;
using GridMap.Platform.Api;

namespace GridMap.Server.Boundaries;

/// <summary>When a plan is to be published, as a request says it.</summary>
public sealed record PublishPlanInput(string Plan, int ExpectedVersion, DateTimeOffset? At);

/// <summary>Publishes an approved plan now, or keeps when it is to be published.</summary>
public sealed class DecideAboutPublishing(
    PublishPlan publish, ReviewPlan review, PlansInAreas plans, TimeProvider clock)
{
    public async Task<PlanAnswer> RunAsync(PublishPlanInput input, Caller caller, CancellationToken cancellationToken)
    {
        if (input.At is { } at && at > clock.GetUtcNow())
        {
            var request = new ReviewRequest(input.Plan, input.ExpectedVersion, EffectiveAt: at);
            return await review.RunAsync(PlanMove.Schedule, request, caller, cancellationToken);
        }

        var id = RequestValue.Id(input.Plan);
        if (id.Refusal is { } malformed)
        {
            return PlanAnswer.Refuse(malformed);
        }

        return await plans.FindRefusalAsync(id.Value, Permission.ReviewBoundaries, caller, cancellationToken) is { } refusal
            ? PlanAnswer.Refuse(refusal)
            : new PlanAnswer(id.Value, await publish.RunAsync(id.Value, input.ExpectedVersion, Plan.KeyOf(caller), caller.Name, cancellationToken));
    }
}
