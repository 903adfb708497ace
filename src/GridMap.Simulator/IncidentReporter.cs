using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using NetTopologySuite.Geometries;

namespace GridMap.Simulator;

/// <summary>Reports incidents by Open311 as residents, couriers and patrols do; a report is sent again with its own key until it is acknowledged.</summary>
public sealed class IncidentReporter(HttpClient http, RoadGraph graph, IReadOnlyList<IncidentClass> classes, Random random, Tally tally)
{
    private static readonly string[] Phrases =
    [
        "{0}附近发现{1}，影响通行，请尽快处理。",
        "巡查至{0}，发现{1}情况，已拍照上报。",
        "居民反映{0}一带存在{1}，希望派人查看。",
        "{0}路边有{1}，存在安全隐患。",
    ];

    // Streets where things happen draw more reports than back lanes.
    private readonly RoadEdge[] _busy = [.. graph.Edges.Where(edge => edge.GridId is not null && edge.Class is "primary" or "secondary" or "tertiary" or "residential" or "pedestrian")];

    /// <summary>Everyday life until it is told to stop; `factor` says how many times as much there is of it just now.</summary>
    public async Task RunAsync(Place place, double speed, Func<double> factor, Action<string> reported, TimeProvider time, CancellationToken cancellationToken)
    {
        const double longestWait = 120, lookAgain = 10;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(place.TimeZone);
        while (!cancellationToken.IsCancellationRequested)
        {
            if (factor() <= 0)
            {
                await Task.Delay(TimeSpan.FromSeconds(lookAgain), time, cancellationToken);
                continue;
            }

            var hour = TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).Hour;
            var rate = IncidentRhythm.PerSecond(place.Counts.Households, hour, speed * factor());
            var wait = Math.Min(IncidentRhythm.SecondsToNext(rate, random.NextDouble()), longestWait);
            await Task.Delay(TimeSpan.FromSeconds(wait), time, cancellationToken);
            await ReportUntilAcknowledgedAsync(Compose(), reported, cancellationToken);
        }
    }

    /// <summary>Reports one incident; `reported` is told its number.</summary>
    public Task ReportAsync(string code, Coordinate position, string street, string description, Action<string> reported, CancellationToken cancellationToken) =>
        ReportUntilAcknowledgedAsync(Form(code, position, street, description), reported, cancellationToken);

    private async Task ReportUntilAcknowledgedAsync(Dictionary<string, string> form, Action<string> reported, CancellationToken cancellationToken)
    {
        var key = Guid.CreateVersion7().ToString();
        while (!await TryReportAsync(form, key, reported, cancellationToken))
        {
            await Task.Delay(TimeSpan.FromSeconds(2), cancellationToken);
        }
    }

    private Dictionary<string, string> Compose()
    {
        var edges = _busy.Length > 0 && random.NextDouble() < 0.8 ? _busy : graph.Edges;
        var edge = edges[random.Next(edges.Count)];
        var (position, _) = edge.At(random.NextDouble() * edge.LengthMeters);
        var kind = classes[random.Next(classes.Count)];
        var street = edge.Name ?? "小区内部道路";
        var words = string.Format(CultureInfo.InvariantCulture, Phrases[random.Next(Phrases.Length)], street, kind.Name);
        return Form(kind.Code, position, street, words);
    }

    private static Dictionary<string, string> Form(string code, Coordinate position, string street, string description) => new()
    {
        ["service_code"] = code,
        ["lat"] = position.Y.ToString("F7", CultureInfo.InvariantCulture),
        ["long"] = position.X.ToString("F7", CultureInfo.InvariantCulture),
        ["address_string"] = street,
        ["description"] = description,
    };

    private async Task<bool> TryReportAsync(Dictionary<string, string> form, string key, Action<string> reported, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/open311/v2/requests.json") { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add("Idempotency-Key", key);
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            tally.Count($"incident.{(int)response.StatusCode}");
            if (response.IsSuccessStatusCode)
            {
                var created = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
                reported(created[0].GetProperty("service_request_id").GetString()!);
            }

            return (int)response.StatusCode < 500;
        }
        catch (HttpRequestException)
        {
            tally.Count("incident.unreachable");
            return false;
        }
    }
}
