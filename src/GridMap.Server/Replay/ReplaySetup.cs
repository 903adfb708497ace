using GridMap.GraphQL.Http;

namespace GridMap.Server.Replay;

/// <summary>Replay as a part of the server.</summary>
public static class ReplaySetup
{
    public static IServiceCollection AddReplay(this IServiceCollection services) => services.AddGraphQLSubject(typeof(ReplayQueries));
}
