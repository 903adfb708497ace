using System.Net.Http.Json;
using System.Text.Json;
using GridMap.Simulator.Scenarios;
using NetTopologySuite.Geometries;

namespace GridMap.Simulator;

/// <summary>Reads through the public API what patrols and reporters know of their district.</summary>
public sealed class DistrictClient(HttpClient http)
{
    /// <summary>Waits until the server is ready, then reads the walking network.</summary>
    public async Task<RoadGraph> LoadNetworkAsync(CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync("/api/network", HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
        var edges = new List<RoadEdge>();
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            edges.Add(RoadEdge.Parse(line));
        }

        return new RoadGraph(edges);
    }

    public async Task<IReadOnlyList<RosterEntry>> LoadRosterAsync(CancellationToken cancellationToken) =>
        (await http.GetFromJsonAsync<Items<RosterEntry>>("/api/patrols/on-duty", cancellationToken))!.All;

    public async Task<IReadOnlyList<IncidentClass>> LoadClassesAsync(CancellationToken cancellationToken) =>
        (await http.GetFromJsonAsync<Items<IncidentClass>>("/api/incident-classes", cancellationToken))!.All;

    /// <summary>Reads the patrol points of some kinds, as far as one page goes.</summary>
    public async Task<IReadOnlyList<Anchor>> LoadAnchorsAsync(IReadOnlyCollection<string> kinds, CancellationToken cancellationToken)
    {
        const string document = "query ($kinds: [String!]) { patrolPoints(filter: {kinds: $kinds}, first: 500) { nodes { kind position { longitude latitude } } } }";
        using var response = await http.PostAsJsonAsync("/graphql", new { query = document, variables = new { kinds } }, cancellationToken);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return
        [
            .. from point in answer.GetProperty("data").GetProperty("patrolPoints").GetProperty("nodes").EnumerateArray()
               let position = point.GetProperty("position")
               select new Anchor(
                   point.GetProperty("kind").GetString()!,
                   new Coordinate(position.GetProperty("longitude").GetDouble(), position.GetProperty("latitude").GetDouble())),
        ];
    }

    public async Task<Place> LoadPlaceAsync(CancellationToken cancellationToken) =>
        (await http.GetFromJsonAsync<Place>("/api/place", cancellationToken))!;

    public async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        while (!await IsReadyAsync(cancellationToken))
        {
            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        }
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.GetAsync("/health/ready", cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private sealed record Items<T>([property: System.Text.Json.Serialization.JsonPropertyName("items")] IReadOnlyList<T> All);
}

/// <summary>A patrol on duty, as `/api/patrols/on-duty` tells it.</summary>
public sealed record RosterEntry(int Id, string Kind, int? GridId);

/// <summary>An incident class, as `/api/incident-classes` tells it.</summary>
public sealed record IncidentClass(string Code, string Name, string Urgency);

/// <summary>What the simulator needs of `/api/place`.</summary>
public sealed record Place(string Name, string TimeZone, PlaceCounts Counts);

/// <summary>Sums of the place.</summary>
public sealed record PlaceCounts(int Households);
