using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace GridMap.Benchmarks.Items;

/// <summary>What the coverage screen waits for, of the demo district over HTTP with the screen's own documents: the answer it opens with, and that to a pin that is dragged; and in a browser, until it is painted.</summary>
public sealed class CoverageScreen(Bed bed, Report report)
{
    private const string Documents = "web/src/coverage";

    private readonly Random _chance = new(8);

    public async Task RunAsync()
    {
        var token = await bed.CreateTokenAsync();
        await OpenAsync(token);
        await DragAsync(token);
        await PaintAsync();
    }

    private static async Task<string> ReadAsync(string name) => await File.ReadAllTextAsync(Path.Combine(Documents, name + ".graphql"));

    private static JsonObject Question(params JsonNode[] changes) => new()
    {
        ["kind"] = "party_service_station",
        ["minutes"] = 15,
        ["population"] = "HOUSEHOLDS",
        ["changes"] = new JsonArray(changes),
    };

    private static async Task<JsonNode> AskAsync(HttpClient http, string document, JsonObject input)
    {
        using var response = await http.PostAsJsonAsync("/graphql", new JsonObject { ["query"] = document, ["variables"] = new JsonObject { ["input"] = input } });
        var answer = await response.Content.ReadFromJsonAsync<JsonNode>();
        return answer?["data"]?["coverage"] ?? throw new InvalidOperationException($"The server answered {answer}.");
    }

    private static HttpClient Connect(Uri address, string token)
    {
        var http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }

    // Of a server that has not been asked for coverage before.
    private async Task OpenAsync(string token)
    {
        var (answer, buildings) = (await ReadAsync("CoverageAnswer"), await ReadAsync("CoverageBuildings"));
        var (first, next) = (new List<double>(), new List<double>());
        for (var round = 0; round < bed.Rounds; round++)
        {
            var (server, address, _) = await bed.StartServerAsync(Ports.Server, cpus: Bed.AllCpus);
            await using var _server = server;
            using var http = Connect(address, token);
            // The page has been on its way for a second before it asks, and has asked for the place.
            await Task.Delay(TimeSpan.FromSeconds(1));
            await http.PostAsJsonAsync("/graphql", new JsonObject { ["query"] = "{ place { name } }" });
            foreach (var times in new[] { first, next })
            {
                var clock = Stopwatch.GetTimestamp();
                await Task.WhenAll(AskAsync(http, answer, Question()), AskAsync(http, buildings, Question()));
                times.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
            }
        }

        report.Add(new Metric(8, "coverage_opens_ms", Rounds.Median(first), 300, 300, string.Create(
            CultureInfo.InvariantCulture, $"{first.Min():0}…{first.Max():0}; the first of its server, answer and buildings; the next one {Rounds.Median(next):0} ms"), HigherIsBetter: false));
    }

    private async Task DragAsync(string token)
    {
        var document = await ReadAsync("CoverageAnswer");
        var (server, address, _) = await bed.StartServerAsync(Ports.Server, cpus: Bed.AllCpus);
        await using var _server = server;
        using var http = Connect(address, token);
        var pin = (await AskAsync(http, document, Question()))["catchments"]![0]!;
        var times = new List<double>();
        for (var step = 0; step < 150; step++)
        {
            var position = new JsonObject
            {
                ["longitude"] = (double)pin["position"]!["longitude"]! + 0.01 * (_chance.NextDouble() - 0.5),
                ["latitude"] = (double)pin["position"]!["latitude"]! + 0.01 * (_chance.NextDouble() - 0.5),
            };
            var clock = Stopwatch.GetTimestamp();
            await AskAsync(http, document, Question(new JsonObject { ["facilityId"] = (string)pin["facilityId"]!, ["position"] = position }));
            times.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
        }

        var after = times.Skip(50).Order().ToArray();
        report.Add(new Metric(8, "what_if_ms", Rounds.Median(after), 100, 100, string.Create(
            CultureInfo.InvariantCulture, $"from request to the read answer; 95th percentile {after[after.Length * 95 / 100]:0} ms"), HigherIsBetter: false));
    }

    // In a real browser, from the hand that lets go of a pin to the frame with number and map; the script holds the number against the server's.
    private async Task PaintAsync()
    {
        var (server, address, _) = await bed.StartServerAsync(Ports.Server, cpus: Bed.AllCpus);
        await using var _server = server;
        var lines = await Child.RunAsync("node", Path.Combine(bed.PeersFolder, "coverage/what-if.cjs"), address.AbsoluteUri, bed.Quick ? "9" : "25");
        var times = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => double.Parse(line, CultureInfo.InvariantCulture)).Order().ToArray();
        report.Add(new Metric(8, "what_if_painted_ms", Rounds.Median(times), 100, 100, string.Create(
            CultureInfo.InvariantCulture, $"{times[0]:0}…{times[^1]:0}; {times.Length} pins let go of in Chromium, drawn without a graphics card"), HigherIsBetter: false));
    }
}
