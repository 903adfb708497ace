using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Npgsql;

namespace GridMap.Benchmarks.Items;

/// <summary>
/// Item 5, a nested spatial query: communities in a box, their grids, the facilities in those with kind and services. Answers per second against
/// pgbench with one statement that gives the same (the limit), mercurius with its JIT and graphql-yoga (the peers), both with DataLoaders.
/// </summary>
public sealed class NestedQuery(Bed bed, Report report)
{
    private const int Clients = 4;
    private const int Connections = 8;

    private static readonly string[] Sides = ["west", "south", "east", "north"];

    public async Task RunAsync()
    {
        var token = await bed.CreateTokenAsync();
        var pooled = bed with { Database = new NpgsqlConnectionStringBuilder(bed.Database) { MaxPoolSize = Connections }.ConnectionString };
        var (server, address, _) = await pooled.StartServerAsync(Ports.Server, cpus: Bed.AllCpus);
        await using var _server = server;
        var bounds = await bed.ReadBoundsAsync(address);
        var request = await RequestAsync(bounds);
        var (endpoint, answer) = (new Uri(address, "/graphql"), await AskAsync(new Uri(address, "/graphql"), request, token));
        var script = await WriteLimitAsync(bounds, answer);

        var wrk = new Wrk(bed.Folder, Bed.AllCpus, Clients, bed.Seconds);
        for (var round = 0; round < Bed.WarmUpRounds; round++)
        {
            await wrk.PostRateAsync(endpoint, request, token);
        }

        var limit = await Rounds.CompareAsync(
            () => wrk.PostRateAsync(endpoint, request, token), () => Pgbench.RateAsync(bed, script, Clients), bed.Rounds);
        report.Add(Metric.Of(5, "nested_query_vs_pgbench", limit, 0.75, 0.93));
        foreach (var (peer, port, must) in new[] { ("mercurius", 8795, 5), ("yoga", 8796, 8) })
        {
            await using var child = StartPeer(peer, port);
            var theirs = new Uri($"http://127.0.0.1:{port}/graphql");
            await bed.WaitAsync(new Uri(theirs, "?query=%7B__typename%7D"));
            if (await AskAsync(theirs, request, token) != answer)
            {
                throw new InvalidOperationException($"No parity, no ratio: {peer} answers other bytes.");
            }

            await wrk.PostRateAsync(theirs, request, token);
            var ratio = await Rounds.CompareAsync(
                () => wrk.PostRateAsync(endpoint, request, token), () => wrk.PostRateAsync(theirs, request, token), bed.Rounds);
            report.Add(Metric.Of(5, $"nested_query_vs_{peer}", ratio, must, must));
        }
    }

    private Child StartPeer(string peer, int port)
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
            Path.Combine(bed.Folder, $"{peer}.log"), environment, "node", Path.Combine(bed.PeersFolder, "graphql/serve.cjs"), peer,
            port.ToString(CultureInfo.InvariantCulture), Connections.ToString(CultureInfo.InvariantCulture));
    }

    private async Task<string> RequestAsync(double[] bounds) => new JsonObject
    {
        ["query"] = await File.ReadAllTextAsync(Path.Combine(bed.PeersFolder, "graphql/query.graphql")),
        ["variables"] = new JsonObject { ["bounds"] = new JsonObject(Sides.Zip(bounds, (side, value) => KeyValuePair.Create(side, (JsonNode?)value))) },
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
