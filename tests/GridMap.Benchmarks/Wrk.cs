using System.Globalization;
using System.Text.RegularExpressions;

namespace GridMap.Benchmarks;

/// <summary>Drives a server on loopback with wrk, a URL after the other from a list, on its own processors.</summary>
public sealed partial class Wrk(string folder, string cpus, int connections, int seconds, int threads = 1)
{
    public int Seconds => seconds;

    /// <summary>Drives a server until its runtime has compiled what is hot: one that serves for days is measured, not one that has just begun.</summary>
    public async Task WarmUpAsync(Uri server, IReadOnlyList<string> paths, int rounds, IReadOnlyDictionary<string, string>? etags = null)
    {
        for (var round = 0; round < rounds; round++)
        {
            await RateAsync(server, paths, etags);
        }
    }

    /// <summary>Requests per second of a round; throws when any answer was an error, because then the rate says nothing.</summary>
    public async Task<double> RateAsync(Uri server, IReadOnlyList<string> paths, IReadOnlyDictionary<string, string>? etags = null)
    {
        return await DriveAsync(server, Script(paths, etags));
    }

    /// <summary>Requests per second of one JSON body sent again and again, signed in by a service token.</summary>
    public Task<double> PostRateAsync(Uri server, string json, string token) => DriveAsync(server, $$"""
        wrk.method = 'POST'
        wrk.body = [==[{{json}}]==]
        wrk.headers['Content-Type'] = 'application/json'
        wrk.headers['Accept'] = 'application/json'
        wrk.headers['Authorization'] = 'Bearer {{token}}'
        """);

    /// <summary>The median in milliseconds of how long one form takes, sent again and again; signed in by a service token.</summary>
    public async Task<double> PostMedianAsync(Uri server, string form, string token)
    {
        var output = await RunAsync(server, $$"""
            wrk.method = 'POST'
            wrk.body = [==[{{form}}]==]
            wrk.headers['Content-Type'] = 'application/x-www-form-urlencoded'
            wrk.headers['Authorization'] = 'Bearer {{token}}'
            """);
        var median = MedianLatency().Match(output);
        var unit = median.Groups[2].Value switch { "us" => 0.001, "ms" => 1, _ => 1_000 };
        return double.Parse(median.Groups[1].Value, CultureInfo.InvariantCulture) * unit;
    }

    private async Task<double> DriveAsync(Uri server, string lua) =>
        double.Parse(RequestRate().Match(await RunAsync(server, lua)).Groups[1].Value, CultureInfo.InvariantCulture);

    private async Task<string> RunAsync(Uri server, string lua)
    {
        var script = Path.Combine(folder, "requests.lua");
        await File.WriteAllTextAsync(script, lua);
        var output = await Child.RunAsync(
            "taskset", "-c", cpus, "wrk", "-t", $"{threads}", "-c", $"{connections}", "-d", $"{seconds}s", "--latency", "-s", script, server.ToString());
        if (Errors().IsMatch(output))
        {
            throw new InvalidOperationException($"wrk against {server} met errors: {output}");
        }

        return output;
    }

    private static string Script(IReadOnlyList<string> paths, IReadOnlyDictionary<string, string>? etags)
    {
        var requests = paths.Select(path => etags is null
            ? $"wrk.format('GET', '{path}', {{['Accept-Encoding']='gzip'}})"
            : $"wrk.format('GET', '{path}', {{['Accept-Encoding']='gzip', ['If-None-Match']='{etags[path]}'}})");
        return $$"""
            local requests = {}
            local turn = 0
            init = function(args)
              requests = { {{string.Join(",\n", requests)}} }
            end
            request = function()
              turn = turn % #requests + 1
              return requests[turn]
            end
            """;
    }

    [GeneratedRegex(@"Requests/sec:\s+([0-9.]+)")]
    private static partial Regex RequestRate();

    [GeneratedRegex(@"50%\s+([0-9.]+)(us|ms|s)")]
    private static partial Regex MedianLatency();

    [GeneratedRegex(@"Non-2xx or 3xx responses|Socket errors")]
    private static partial Regex Errors();
}
