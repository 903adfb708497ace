using GridMap.Platform.Live;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GridMap.Platform.Access;

/// <summary>Sign-in and the door as a part of the server. An endpoint or resolver takes the <see cref="Core.Access.Caller"/> as a parameter.</summary>
public static class AccessSetup
{
    public static IServiceCollection AddAccess(this IServiceCollection services, AccessOptions options)
    {
        services.TryAddSingleton(options);
        services.AddSingleton<Passwords>();
        services.AddSingleton<SignInTurns>();
        services.AddSingleton<CheckPassword>();
        services.AddSingleton<OpenSession>();
        services.AddSingleton<SignIn>();
        services.AddSingleton<EndSessions>();
        services.AddSingleton<FindSessions>();
        services.AddSingleton<FindProfile>();
        services.AddSingleton<ChangePassword>();
        services.AddSingleton<FindCaller>();
        services.AddSingleton<AddAccount>();
        services.AddSingleton<ResetPassword>();
        services.AddSingleton<DisableAccount>();
        services.AddSingleton<AddServiceToken>();
        services.AddSingleton<RevokeServiceToken>();
        services.AddSingleton<DemoAccounts>();
        services.AddSingleton<KnownCallers>();
        services.AddSingleton<LoadAreaTree>();
        services.AddSingleton<CurrentAreas>();
        services.AddSingleton(static provider => Follow(provider.GetRequiredService<CurrentAreas>()));
        services.AddScoped<RequestCaller>();
        services.AddScoped(static provider => provider.GetRequiredService<RequestCaller>().Caller);
        return services;
    }

    private static ChangeConsumer Follow(CurrentAreas areas) => new(areas.HearAsync) { StartOver = areas.StartOver };
}
