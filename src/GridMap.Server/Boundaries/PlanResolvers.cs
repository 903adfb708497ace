using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Boundaries.Editing;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Access;

namespace GridMap.Server.Boundaries;

/// <summary>What hangs on a plan.</summary>
[ObjectType<Plan>]
public static class PlanResolvers
{
    public static bool IsMine([Parent] Plan plan, Caller caller) => plan.AuthorKey == Plan.KeyOf(caller);

    public static ValueTask<string?> AuthorNameAsync([Parent] Plan plan, NamesOfPeople names, CancellationToken cancellationToken) =>
        names.FindAsync(plan.Author, cancellationToken);

    public static async Task<bool> IsStaleAsync([Parent] Plan plan, CurrentDivision current, CancellationToken cancellationToken) =>
        plan.Status != PlanStatus.Published && plan.BaseRevision != (await current.LoadAsync(cancellationToken)).Revision;

    public static ValueTask<Plan?> RevertsAsync([Parent] Plan plan, PlansById plans, CancellationToken cancellationToken) =>
        plan.RevertsId is { } id ? plans.LoadAsync(id, cancellationToken) : default;

    public static Task<IReadOnlyList<PlanOperation>> OperationsAsync(
        [Parent] Plan plan, int from, OperationsOfPlan operations, CancellationToken cancellationToken) =>
        operations.RunAsync(plan.Id, from, cancellationToken);

    public static async Task<IReadOnlyList<PlanReview>> ReviewsAsync([Parent] Plan plan, ReviewsOfPlans reviews, CancellationToken cancellationToken) =>
        await reviews.LoadAsync(plan.Id, cancellationToken) ?? [];

    public static async Task<IReadOnlyList<PlanEditor>> EditorsAsync([Parent] Plan plan, EditorsOfPlans editors, CancellationToken cancellationToken) =>
        await editors.LoadAsync(plan.Id, cancellationToken) ?? [];

    public static Task<IReadOnlyList<Warning>> WarningsAsync([Parent] Plan plan, CountBoundaries count, CancellationToken cancellationToken) =>
        count.FindWarningsAsync(plan.Id, cancellationToken);

    public static Task<IReadOnlyList<GridDiff>> DiffAsync([Parent] Plan plan, DiffPlan diff, CancellationToken cancellationToken) =>
        diff.RunAsync(plan, cancellationToken);

    public static Task<IReadOnlyList<PlanConflict>> ConflictsAsync([Parent] Plan plan, FindConflicts find, CancellationToken cancellationToken) =>
        find.RunAsync(plan, cancellationToken);

    public static Task<PlanImpact> ImpactAsync([Parent] Plan plan, PreviewImpact preview, CancellationToken cancellationToken) =>
        preview.RunAsync(plan.Id, cancellationToken);
}

/// <summary>Who changed a plan.</summary>
[ObjectType<PlanOperation>]
public static class PlanOperationResolvers
{
    public static ValueTask<string?> ActorNameAsync([Parent] PlanOperation operation, NamesOfPeople names, CancellationToken cancellationToken) =>
        names.FindAsync(operation.Actor, cancellationToken);
}

/// <summary>Who reviewed a plan.</summary>
[ObjectType<PlanReview>]
public static class PlanReviewResolvers
{
    public static ValueTask<string?> ReviewerNameAsync([Parent] PlanReview review, NamesOfPeople names, CancellationToken cancellationToken) =>
        names.FindAsync(review.Reviewer, cancellationToken);
}

/// <summary>Whose published plan a conflict is with, and why.</summary>
[ObjectType<PlanConflict>]
public static class PlanConflictResolvers
{
    public static ValueTask<Plan?> PlanAsync([Parent] PlanConflict conflict, PlansById plans, CancellationToken cancellationToken) =>
        conflict.PlanId is { } id ? plans.LoadAsync(id, cancellationToken) : default;

    public static string Code([Parent] PlanConflict conflict) => conflict.Refusal.Code;

    public static string Message([Parent] PlanConflict conflict) => conflict.Refusal.Remedy;

    public static string MessageZh([Parent] PlanConflict conflict) => conflict.Refusal.RemedyChinese;
}

/// <summary>A list of plans, as the schema names it.</summary>
[ObjectType<PlanPage>("PlanConnection")]
public static class PlanConnectionResolvers;

/// <summary>Whether somebody in a plan is the caller.</summary>
[ObjectType<PlanEditor>]
public static class PlanEditorResolvers
{
    public static bool IsMe([Parent] PlanEditor editor, Caller caller) => editor.EditorKey == Plan.KeyOf(caller);
}

/// <summary>A rule with its name.</summary>
public sealed record NamedRule(string Rule, int? Least, int? Most, bool Refuses);

/// <summary>The rules that are asked for.</summary>
[ObjectType<BoundaryRuleBook>]
public static class BoundaryRuleBookResolvers
{
    public static IReadOnlyList<NamedRule> Rules([Parent] BoundaryRuleBook book) =>
        [.. book.Rules.ByName.Select(named => new NamedRule(named.Name, named.Rule.Least, named.Rule.Most, named.Rule.Refuses))];
}

/// <summary>A rule, as the schema names it.</summary>
[ObjectType<NamedRule>("BoundaryRule")]
public static class BoundaryRuleResolvers;

/// <summary>Names as the schema has them.</summary>
[ObjectType<GridNumbers>]
public static class GridNumbersResolvers
{
    public static string? NameEn([Parent] GridNumbers grid) => grid.NameEnglish;
}

/// <summary>Names as the schema has them.</summary>
[ObjectType<CommunityNumbers>]
public static class CommunityNumbersResolvers
{
    public static string? NameEn([Parent] CommunityNumbers community) => community.NameEnglish;
}

/// <summary>Names as the schema has them.</summary>
[ObjectType<Warning>("BoundaryWarning")]
public static class BoundaryWarningResolvers
{
    public static string MessageZh([Parent] Warning warning) => warning.MessageChinese;
}

/// <summary>What an operation did, as the schema names it.</summary>
[ObjectType<ShownOutcome>("OperationOutcome")]
public static class OperationOutcomeResolvers;

/// <summary>The plan of a revision.</summary>
[ObjectType<LandRevision>]
public static class LandRevisionResolvers
{
    public static ValueTask<Plan?> PlanAsync([Parent] LandRevision revision, PlansById plans, CancellationToken cancellationToken) =>
        plans.LoadAsync(revision.PlanId, cancellationToken);
}

/// <summary>What a change of a plan answers with.</summary>
[ObjectType<PlanAnswer>("PlanPayload")]
public static class PlanPayloadResolvers
{
    public static ValueTask<Plan?> PlanAsync([Parent] PlanAnswer answer, PlansById plans, CancellationToken cancellationToken) =>
        answer.PlanId is { } id ? plans.LoadAsync(id, cancellationToken) : default;
}

/// <summary>What operations answer with.</summary>
[ObjectType<OperationsAnswer>("ApplyOperationsPayload")]
public static class ApplyOperationsPayloadResolvers
{
    public static ValueTask<Plan?> PlanAsync([Parent] OperationsAnswer answer, PlansById plans, CancellationToken cancellationToken) =>
        answer.PlanId is { } id ? plans.LoadAsync(id, cancellationToken) : default;
}

/// <summary>What hangs on a change.</summary>
[ObjectType<PlanChange>]
public static class PlanChangeResolvers
{
    public static ValueTask<Plan?> PlanAsync([Parent] PlanChange change, PlansById plans, CancellationToken cancellationToken) =>
        change.PlanId is { } id ? plans.LoadAsync(id, cancellationToken) : default;
}
