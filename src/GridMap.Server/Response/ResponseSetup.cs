using GridMap.GraphQL.Http;
using GridMap.Platform.Files;
using GridMap.Platform.Live;

namespace GridMap.Server.Response;

/// <summary>How long answers took, as a part of the server: figures by GraphQL, heat as tiles, files.</summary>
public static class ResponseSetup
{
    public static IServiceCollection AddResponse(this IServiceCollection services) => services
        .AddGraphQLSubject(typeof(ResponseQueries))
        .AddNamedAreas()
        .AddSingleton<LoadIncidentRecords>()
        .AddSingleton<LoadAreaLinks>()
        .AddSingleton<FindHotSpots>()
        .AddSingleton<FindGround>()
        .AddSingleton<ResponseFiles>()
        .AddSingleton<KeepIncidentCube>()
        .AddHostedService(static provider => provider.GetRequiredService<KeepIncidentCube>())
        .AddSingleton(static provider => Follow(provider.GetRequiredService<KeepIncidentCube>(), provider.GetRequiredService<FindGround>()));

    private static ChangeConsumer Follow(KeepIncidentCube incidents, FindGround ground) => new((changes, cancellationToken) =>
    {
        if (changes.Any(change => change.Topic is "area" or "place"))
        {
            ground.Forget();
        }

        return incidents.HearAsync(changes, cancellationToken);
    })
    {
        StartOver = () =>
        {
            ground.Forget();
            incidents.StartOver();
        },
    };
}
