using GridMap.GraphQL.Http;

namespace GridMap.Server.Volunteers;

/// <summary>Activities and wishes as a part of the server.</summary>
public static class VolunteersSetup
{
    public static IServiceCollection AddVolunteers(this IServiceCollection services) => services
        .AddGraphQLSubject(typeof(VolunteerQueries))
        .AddSingleton<FindActivities>()
        .AddSingleton<CountActivities>()
        .AddSingleton<FindReplayedActivities>()
        .AddSingleton<FindWishes>()
        .AddSingleton<CountWishes>()
        .AddSingleton<FindWishKey>()
        .AddSingleton<MakeWish>()
        .AddSingleton<TakeWishStep>()
        .AddSingleton<PublishActivity>()
        .AddSingleton<ChangeActivity>()
        .AddSingleton<FindVolunteers>()
        .AddSingleton<FindTeams>()
        .AddSingleton<FindPointsRules>();
}
