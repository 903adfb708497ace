using GridMap.Core.Access;
using GridMap.Platform.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GridMap.Platform.Live;

/// <summary>The live feed as a part of the server.</summary>
public static class LiveSetup
{
    private const string Route = "/hubs/live";
    private const long MaxMessageBytes = 8 * 1024;

    /// <summary>`topics` are what can be followed; a subject that has a payload registers its own <see cref="LiveTopic"/> besides.</summary>
    public static IServiceCollection AddLiveFeed(this IServiceCollection services, params IReadOnlyList<LiveTopic> topics)
    {
        foreach (var topic in topics)
        {
            services.AddSingleton(topic);
        }

        services.TryAddSingleton(new LiveOptions());
        services.AddSingleton<LiveMeters>();
        services.AddSingleton<LiveTopics>();
        services.AddSingleton<LiveFeed>();
        services.AddSingleton<PositionBoard>();
        services.AddSingleton<LoadChangeItems>();
        services.AddSingleton<MissedChanges>();
        services.AddSingleton<FollowLive>();
        services.AddSingleton<FollowFacts>();
        services.AddHostedService<ChangeFollower>();
        services.AddHostedService<TickPositions>();
        services.AddHostedService<KeepChangeLogSmall>();
        services.AddHealthChecks().AddCheck<LiveHealth>("live");
        services.AddSignalR(Limit);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHubProtocol, PackedHubProtocol>());
        return services;
    }

    public static IEndpointRouteBuilder MapLiveFeed(this IEndpointRouteBuilder app)
    {
        var options = app.ServiceProvider.GetRequiredService<AccessOptions>();
        app.MapHub<LiveHub>(Route)
            .Needs(Permission.SeeMap)
            .Add(endpoint => endpoint.RequestDelegate = CheckOrigin(KeepSocket(endpoint.RequestDelegate!), options));
        return app;
    }

    private static RequestDelegate CheckOrigin(RequestDelegate next, AccessOptions options) =>
        http => OriginCheck.Allows(http.Request, options.AllowedOrigins) ? next(http) : OriginCheck.RefuseAsync(http);

    private static RequestDelegate KeepSocket(RequestDelegate next) => http =>
    {
        if (http.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true } upgrade)
        {
            http.Features.Set<IHttpUpgradeFeature>(new LiveSocket.Upgrade(upgrade, BareSocket.Find(http.Features)));
        }

        return next(http);
    };

    private static void Limit(HubOptions hub)
    {
        hub.MaximumReceiveMessageSize = MaxMessageBytes;
        hub.EnableDetailedErrors = false;
        hub.KeepAliveInterval = TimeSpan.FromSeconds(10);
        hub.ClientTimeoutInterval = TimeSpan.FromSeconds(30);
    }
}
