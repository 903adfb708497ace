using System.Text.Json;
using GridMap.Core.Access;
using GridMap.Platform.Live;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace GridMap.Server.Incidents;

/// <summary>The live topic `incident`: its payload is the same `Incident` that `/api` answers.</summary>
public static class IncidentTopic
{
    public static IServiceCollection AddIncidentTopic(this IServiceCollection services) => services.AddSingleton(static provider =>
    {
        var load = provider.GetRequiredService<LoadIncidents>();
        var json = provider.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        return new LiveTopic("incident", Permission.SeeIncidents, (ids, cancellationToken) => LoadAsync(load, json, ids, cancellationToken));
    });

    private static async Task<IReadOnlyDictionary<string, string>> LoadAsync(
        LoadIncidents load, JsonSerializerOptions json, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var incidents = await load.RunAsync([.. ids.Where(id => Guid.TryParse(id, out _)).Select(Guid.Parse)], cancellationToken);
        return incidents.ToDictionary(incident => incident.Id.ToString(), incident => JsonSerializer.Serialize(incident, json), StringComparer.Ordinal);
    }
}
