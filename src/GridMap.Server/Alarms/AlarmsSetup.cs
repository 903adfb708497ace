using GridMap.GraphQL.Http;
using GridMap.Platform.Live;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GridMap.Server.Alarms;

/// <summary>Alarms as a part of the server.</summary>
public static class AlarmsSetup
{
    public static IServiceCollection AddAlarms(this IServiceCollection services)
    {
        services.TryAddSingleton(new AlarmOptions());
        services
            .AddGraphQLSubject(typeof(AlarmQueries))
            .AddSingleton<FindAlarms>()
            .AddSingleton<CountAlarms>()
            .AddSingleton<FindReplayedAlarms>()
            .AddSingleton<TotalAlarms>()
            .AddSingleton<AcknowledgeAlarm>()
            .AddSingleton<AcknowledgeAlarms>()
            .AddSingleton<FindAlarmMutes>()
            .AddSingleton<MuteAlarms>()
            .AddSingleton<UnmuteAlarms>()
            .AddSingleton<FindQuietHours>()
            .AddSingleton<SetQuietHours>()
            .AddSingleton<FindAlarmRules>()
            .AddSingleton<ChangeAlarmRule>()
            .AddSingleton<EvaluateAlarms>()
            .AddSingleton<WatchAlarms>()
            .AddSingleton(static provider => Follow(provider.GetRequiredService<WatchAlarms>()))
            .AddHostedService<WatchAlarms>(static provider => provider.GetRequiredService<WatchAlarms>());
        return services;
    }

    private static ChangeConsumer Follow(WatchAlarms watch) => new(watch.HearAsync) { StartOver = watch.StartOver };
}
