using GridMap.Core.Access;
using GridMap.Core.Boundaries.Editing;
using GridMap.GraphQL.Http;
using GridMap.Platform.Live;

namespace GridMap.Server.Boundaries;

/// <summary>Registers the boundaries and their plans.</summary>
public static class BoundariesSetup
{
    /// <param name="rulesFile">Rules of the place's own, found readable before; null: those the program comes with.</param>
    public static IServiceCollection AddBoundaries(this IServiceCollection services, string? rulesFile) => services
        .AddGraphQLSubject(typeof(PlanQueries))
        .AddSingleton(_ => LoadBoundaryRules.Run(rulesFile).Value)
        .AddSingleton(provider => provider.GetRequiredService<BoundaryRuleBook>().Rules)
        .AddSingleton<LoadDivision>()
        .AddSingleton<CurrentDivision>()
        .AddSingleton(provider => Hearing(provider.GetRequiredService<CurrentDivision>()))
        .AddSingleton<LoadPlan>()
        .AddSingleton<LoadChangedSince>()
        .AddSingleton<PlanDrafts>()
        .AddSingleton<CreatePlan>()
        .AddSingleton<WriteOperations>()
        .AddSingleton<FindPlanRequest>()
        .AddSingleton<ApplyOperations>()
        .AddSingleton<RewindPlan>()
        .AddSingleton<RebasePlan>()
        .AddSingleton<ReviewPlan>()
        .AddSingleton<EnterPlan>()
        .AddSingleton<FindPlans>()
        .AddSingleton<FindLandRevisions>()
        .AddSingleton<OperationsOfPlan>()
        .AddSingleton<FindLandAround>()
        .AddSingleton<CountBoundaries>()
        .AddSingleton<PreviewOperation>()
        .AddSingleton<SuggestOperations>()
        .AddSingleton<PublishPlan>()
        .AddSingleton<PublishDuePlans>()
        .AddHostedService(provider => provider.GetRequiredService<PublishDuePlans>())
        .AddSingleton<DecideAboutPublishing>()
        .AddSingleton<PlansInAreas>()
        .AddSingleton<RevertPlan>()
        .AddSingleton<PreviewImpact>()
        .AddSingleton<DiffPlan>()
        .AddSingleton<FindConflicts>()
        .AddSingleton(new LiveTopic("plan", Permission.SeePlans))
        .AddSingleton(new LiveTopic("revision", Permission.SeeMap));

    private static ChangeConsumer Hearing(CurrentDivision current) => new(current.HearAsync) { StartOver = current.StartOver };
}
