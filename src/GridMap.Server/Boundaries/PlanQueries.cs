using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Boundaries.Editing;
using GridMap.Core.Geography;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Api;
using GridMap.Platform.Schema;

namespace GridMap.Server.Boundaries;

/// <summary>Where queries begin for plans and the land they are about.</summary>
[QueryType]
public static class PlanQueries
{
    private const int MostRevisions = 200;

    private static readonly Refusal CountOutOfRange = new(
        "PAGE_SIZE_OUT_OF_RANGE", $"Ask for 1 to {MostRevisions} items by first.", $"first 须在 1 至 {MostRevisions} 之间。");

    public static async Task<Plan?> PlanAsync(string id, Caller caller, PlansById plans, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeePlans);
        return await plans.LoadAsync(RequestValue.Id(id).OrError(), cancellationToken);
    }

    public static Task<PlanPage> PlansAsync(
        PlanFilter? filter, int? first, string? after, int? last, string? before, Caller caller, FindPlans find, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeePlans);
        (filter?.FindRefusal()).ThrowAsError();
        return find.RunAsync(filter ?? PlanFilter.All, PageRequest.Parse(first, after, last, before).OrError(), caller, cancellationToken);
    }

    public static async Task<BoundaryLand> BoundaryLandAsync(
        string? plan, Bounds bounds, Caller caller, FindLandAround find, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeePlans);
        return (await find.RunAsync(IdOf(plan), bounds.Check().OrError(), cancellationToken)).OrError();
    }

    public static async Task<BoundaryNumbers> BoundaryNumbersAsync(
        string? plan, IReadOnlyList<int>? grids, IReadOnlyList<int>? communities, Caller caller, CountBoundaries count, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeePlans);
        return (await count.RunAsync(IdOf(plan), grids, communities, cancellationToken)).OrError();
    }

    public static Task<OperationPreview> PreviewOperationAsync(
        string plan, BoundaryOperationInput operation, Caller caller, PreviewOperation preview, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeePlans);
        return preview.RunAsync(RequestValue.Id(plan).OrError(), operation.ToOperation(), cancellationToken);
    }

    public static async Task<SuggestionList> BoundarySuggestionsAsync(
        string plan, SuggestionKind kind, IReadOnlyList<int>? grids, Caller caller, SuggestOperations suggest, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeePlans);
        return (await suggest.RunAsync(RequestValue.Id(plan).OrError(), kind, grids, cancellationToken)).OrError();
    }

    public static BoundaryRuleBook BoundaryRules(Caller caller, BoundaryRuleBook book)
    {
        caller.Require(Permission.SeePlans);
        return book;
    }

    public static Task<IReadOnlyList<LandRevision>> LandRevisionsAsync(int first, Caller caller, FindLandRevisions find, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeePlans);
        return first is >= 1 and <= MostRevisions ? find.RunAsync(first, cancellationToken) : throw CountOutOfRange.AsError();
    }

    private static int? IdOf(string? plan) => RequestValue.IdIfGiven(plan).OrError();
}
