using GridMap.Platform.Live;
using GridMap.Server.Patrols.OsmAnd;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GridMap.Server.Patrols;

/// <summary>The intake of positions as a part of the server.</summary>
public static class PositionsSetup
{
    public static IServiceCollection AddPositions(this IServiceCollection services)
    {
        services.TryAddSingleton(new PatrolOptions());
        services.TryAddSingleton(new PresenceOptions());
        services.AddSingleton<KeepPresence>();
        services.AddSingleton<PatrolMeters>();
        services.AddSingleton<LoadDutyRoster>();
        services.AddSingleton<LoadRecentFixes>();
        services.AddSingleton<LatestFixes>();
        services.AddSingleton<KeepRoster>();
        services.AddSingleton<WriteFixes>();
        services.AddSingleton<ReceiveFix>();
        services.AddSingleton<WatchSilence>();
        services.AddSingleton<KeepFixPartitions>();
        services.AddSingleton(static provider => new ChangeConsumer(provider.GetRequiredService<KeepRoster>().HearAsync));
        services.AddSingleton(static provider => Follow(provider.GetRequiredService<LatestFixes>()));
        services.AddHostedService<KeepFixPartitions>(static provider => provider.GetRequiredService<KeepFixPartitions>());
        services.AddHostedService<KeepRoster>(static provider => provider.GetRequiredService<KeepRoster>());
        services.AddHostedService<WriteFixes>(static provider => provider.GetRequiredService<WriteFixes>());
        services.AddHostedService<WatchSilence>(static provider => provider.GetRequiredService<WatchSilence>());
        services.AddHostedService<KeepPresence>(static provider => provider.GetRequiredService<KeepPresence>());
        services.AddHealthChecks().AddCheck<PositionsHealth>("positions");
        return services;
    }

    public static IEndpointRouteBuilder MapPositions(this IEndpointRouteBuilder app) => app.MapOsmAnd();

    private static ChangeConsumer Follow(LatestFixes latest) => new(latest.HearAsync) { StartOver = latest.StartOver };
}
