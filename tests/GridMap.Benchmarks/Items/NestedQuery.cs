using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Npgsql;

namespace GridMap.Benchmarks.Items;

/// <summary>
/// Item 5, a nested spatial query: communities in a box, their grids, the facilities in those with kind and services. Answers per second against
/// pgbench with one statement that gives the same (the limit), PostGraphile (which makes one statement of the query), mercurius with its JIT and
/// graphql-yoga (both with DataLoaders). Then what ten times as much costs, and what a trusted document saves.
/// </summary>
public sealed class NestedQuery(Bed bed, Report report)
{
    private const int Connections = 8;

    // More than the database has sessions, so that these are never without work.
    private const int Clients = 16;
    private const int FewClients = 4;
    private const int Communities = 5;

    private static readonly string[] Sides = ["west", "south", "east", "north"];

    private readonly Wrk _wrk = new(bed.Folder, Bed.AllCpus, Clients, bed.Seconds);

    public async Task RunAsync()
    {
        await new EngineCost(bed, report).RunAsync();
        var token = await bed.CreateTokenAsync();
        var document = await File.ReadAllTextAsync(Path.Combine(bed.PeersFolder, "graphql/query.graphql"));
        var pooled = bed with
        {
            Database = new NpgsqlConnectionStringBuilder(bed.Database) { MaxPoolSize = Connections }.ConnectionString,
            WebFolder = await TrustAsync(document, TenTimes(document)),
        };
        var (server, address, _) = await pooled.StartServerAsync(Ports.Server, cpus: Bed.AllCpus);
        await using var _server = server;
        var bounds = await bed.ReadBoundsAsync(address);
        var endpoint = new Uri(address, "/graphql");
        var request = Request("query", document, bounds);
        var answer = await AskAsync(endpoint, request, token);
        var script = await WriteLimitAsync(bounds, answer);
        for (var round = 0; round < Bed.WarmUpRounds; round++)
        {
            await _wrk.PostRateAsync(endpoint, request, token);
        }

        var limit = await Rounds.CompareAsync(
            () => _wrk.PostRateAsync(endpoint, request, token), () => Pgbench.RateAsync(bed, script, Connections), bed.Rounds);
        report.Add(Metric.Of(5, "nested_query_vs_pgbench", limit, 0.75, 0.93));
        var few = new Wrk(bed.Folder, Bed.AllCpus, FewClients, bed.Seconds);
        var waiting = await Rounds.CompareAsync(
            () => few.PostRateAsync(endpoint, request, token), () => Pgbench.RateAsync(bed, script, FewClients), bed.Rounds);
        report.Add(Metric.Of(5, "nested_query_closed_loop_vs_pgbench", waiting, 0.75, 0.93));
        await InstallViewsAsync();
        await ComparePeerAsync("postgraphile", 3, endpoint, request, answer, token);
        await ComparePeerAsync("mercurius", 5, endpoint, request, answer, token);
        await ComparePeerAsync("yoga", 8, endpoint, request, answer, token);
        await MeasureSlopeAsync(document, bounds, endpoint, token);
        await MeasureTrustAsync(document, bounds, endpoint, request, token);
    }

    private async Task ComparePeerAsync(string peer, double must, Uri endpoint, string request, string answer, string token)
    {
        await using var child = StartPeer(peer);
        var theirs = new Uri($"http://127.0.0.1:{Ports.Peer}/graphql");
        await WaitForAnswerAsync(theirs, token);
        if (await AskAsync(theirs, request, token) != answer)
        {
            throw new InvalidOperationException($"No parity, no ratio: {peer} answers other bytes.");
        }

        await _wrk.PostRateAsync(theirs, request, token);
        var ratio = await Rounds.CompareAsync(
            () => _wrk.PostRateAsync(endpoint, request, token), () => _wrk.PostRateAsync(theirs, request, token), bed.Rounds);
        report.Add(Metric.Of(5, $"nested_query_vs_{peer}", ratio, must, must));
    }

    private static string TenTimes(string document) => document.Replace($"first: {Communities}", $"first: {10 * Communities}", StringComparison.Ordinal);

    // The law is the number of rows, so ten times as many communities may take ten times as long. Both are trusted: a stranger may not ask for so much.
    private async Task MeasureSlopeAsync(string document, double[] bounds, Uri endpoint, string token)
    {
        var one = Request("documentId", IdOf(document), bounds);
        var ten = Request("documentId", IdOf(TenTimes(document)), bounds);
        var sizes = (One: (await AskAsync(endpoint, one, token)).Length, Ten: (await AskAsync(endpoint, ten, token)).Length);
        if (sizes.Ten < 5 * sizes.One)
        {
            throw new InvalidOperationException($"No parity, no ratio: ten times as many communities make {sizes.Ten} letters instead of {sizes.One}.");
        }

        var ratio = await Rounds.CompareAsync(() => _wrk.PostRateAsync(endpoint, one, token), () => _wrk.PostRateAsync(endpoint, ten, token), bed.Rounds);
        var metric = Metric.Of(5, "nested_query_slope_of_10w", ratio, 10, 10) with { HigherIsBetter = false };
        report.Add(metric with { Spread = metric.Spread + $", {sizes.One} and {sizes.Ten} letters of answer" });
    }

    private async Task MeasureTrustAsync(string document, double[] bounds, Uri endpoint, string request, string token)
    {
        var trusted = Request("documentId", IdOf(document), bounds);
        if (await AskAsync(endpoint, trusted, token) != await AskAsync(endpoint, request, token))
        {
            throw new InvalidOperationException("No parity, no ratio: the trusted document answers otherwise.");
        }

        var ratio = await Rounds.CompareAsync(() => _wrk.PostRateAsync(endpoint, trusted, token), () => _wrk.PostRateAsync(endpoint, request, token), bed.Rounds);
        report.Add(Metric.Of(5, "trusted_document_vs_text", ratio, 0.95, 1));
    }

    /// <summary>A folder of a dashboard that has nothing but documents.</summary>
    private async Task<string> TrustAsync(params string[] documents)
    {
        var folder = Directory.CreateDirectory(Path.Combine(bed.Folder, "trusting")).FullName;
        File.Copy(Path.Combine(bed.WebFolder, "index.html"), Path.Combine(folder, "index.html"), overwrite: true);
        await File.WriteAllTextAsync(Path.Combine(folder, "trusted-documents.json"),
            new JsonObject(documents.Select(document => KeyValuePair.Create(IdOf(document), (JsonNode?)document))).ToJsonString());
        return folder;
    }

    private static string IdOf(string document) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    private async Task InstallViewsAsync()
    {
        await using var database = NpgsqlDataSource.Create(bed.Database);
        await using var command = database.CreateCommand(await File.ReadAllTextAsync(Path.Combine(bed.PeersFolder, "postgraphile/schema.sql")));
        await command.ExecuteNonQueryAsync();
    }

    private async Task WaitForAnswerAsync(Uri endpoint, string token)
    {
        for (var until = DateTimeOffset.UtcNow.AddMinutes(1); DateTimeOffset.UtcNow < until; await Task.Delay(50))
        {
            try
            {
                await AskAsync(endpoint, """{"query":"{ __typename }"}""", token);
                return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }

        throw new TimeoutException($"{endpoint} did not answer within a minute.");
    }

    private Child StartPeer(string peer)
    {
        var database = new NpgsqlConnectionStringBuilder(bed.Database);
        var environment = new Dictionary<string, string>
        {
            ["PGHOST"] = database.Host!,
            ["PGPORT"] = database.Port.ToString(CultureInfo.InvariantCulture),
            ["PGUSER"] = database.Username!,
            ["PGDATABASE"] = database.Database!,
            ["NODE_ENV"] = "production",
        };
        return Child.Start(
            Path.Combine(bed.Folder, $"{peer}.log"), environment, "node", Path.Combine(bed.PeersFolder, peer == "postgraphile" ? "postgraphile/serve.cjs" : "graphql/serve.cjs"), peer,
            Ports.Peer.ToString(CultureInfo.InvariantCulture), Connections.ToString(CultureInfo.InvariantCulture));
    }

    private static string Request(string member, string value, double[] bounds) => new JsonObject
    {
        [member] = value,
        ["variables"] = new JsonObject { ["bounds"] = new JsonObject(Sides.Zip(bounds, (side, degrees) => KeyValuePair.Create(side, (JsonNode?)degrees))) },
    }.ToJsonString();

    private async Task<string> AskAsync(Uri endpoint, string json, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await bed.Http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }

    // PostgreSQL puts blanks into its JSON, so this answer is compared as a value.
    private async Task<string> WriteLimitAsync(double[] bounds, string answer)
    {
        var statement = await File.ReadAllTextAsync(Path.Combine(bed.PeersFolder, "graphql/limit.sql"));
        var named = Sides.Zip(bounds, (side, value) => (Side: side, Value: value.ToString("R", CultureInfo.InvariantCulture))).ToArray();
        await using var database = NpgsqlDataSource.Create(bed.Database);
        await using var command = database.CreateCommand(named.Aggregate(statement, (sql, side) => sql.Replace($":{side.Side}", side.Value, StringComparison.Ordinal)));
        var expected = JsonNode.Parse((string)(await command.ExecuteScalarAsync())!);
        if (!JsonNode.DeepEquals(expected, JsonNode.Parse(answer)))
        {
            throw new InvalidOperationException("No parity, no ratio: the answer is not what the SQL gives.");
        }

        var path = Path.Combine(bed.Folder, "nested.pgbench");
        var variables = string.Concat(named.Select(side => $"\\set {side.Side} {side.Value}\n"));
        await File.WriteAllTextAsync(path, variables + statement.ReplaceLineEndings(" "));
        return path;
    }
}
