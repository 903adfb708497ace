using System.Globalization;

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

    public async Task RunAsync(Place place, double speed, TimeProvider time, CancellationToken cancellationToken)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(place.TimeZone);
        while (!cancellationToken.IsCancellationRequested)
        {
            var hour = TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).Hour;
            var rate = IncidentRhythm.PerSecond(place.Counts.Households, hour, speed);
            var wait = Math.Min(IncidentRhythm.SecondsToNext(rate, random.NextDouble()), 120);
            await Task.Delay(TimeSpan.FromSeconds(wait), time, cancellationToken);
            await ReportUntilAcknowledgedAsync(cancellationToken);
        }
    }

    private async Task ReportUntilAcknowledgedAsync(CancellationToken cancellationToken)
    {
        var form = Compose();
        var key = Guid.CreateVersion7().ToString();
        while (!await TryReportAsync(form, key, cancellationToken))
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
        return new()
        {
            ["service_code"] = kind.Code,
            ["lat"] = position.Y.ToString("F7", CultureInfo.InvariantCulture),
            ["long"] = position.X.ToString("F7", CultureInfo.InvariantCulture),
            ["address_string"] = street,
            ["description"] = string.Format(CultureInfo.InvariantCulture, Phrases[random.Next(Phrases.Length)], street, kind.Name),
        };
    }

    private async Task<bool> TryReportAsync(Dictionary<string, string> form, string key, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/open311/v2/requests.json") { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add("Idempotency-Key", key);
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            tally.Count($"incident.{(int)response.StatusCode}");
            return (int)response.StatusCode < 500;
        }
        catch (HttpRequestException)
        {
            tally.Count("incident.unreachable");
            return false;
        }
    }
}
