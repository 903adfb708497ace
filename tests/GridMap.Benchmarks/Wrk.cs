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

    private async Task<double> DriveAsync(Uri server, string lua)
    {
        var script = Path.Combine(folder, "requests.lua");
        await File.WriteAllTextAsync(script, lua);
        var output = await Child.RunAsync(
            "taskset", "-c", cpus, "wrk", "-t", $"{threads}", "-c", $"{connections}", "-d", $"{seconds}s", "-s", script, server.ToString());
        if (Errors().IsMatch(output))
        {
            throw new InvalidOperationException($"wrk against {server} met errors: {output}");
        }

        return double.Parse(RequestRate().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
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

    [GeneratedRegex(@"Non-2xx or 3xx responses|Socket errors")]
    private static partial Regex Errors();
}
