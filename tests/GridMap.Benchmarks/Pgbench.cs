using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace GridMap.Benchmarks;

/// <summary>pgbench as the limit: what PostgreSQL gives by prepared statements, with nothing in front of it.</summary>
public static partial class Pgbench
{
    /// <summary>Runs of a script per second.</summary>
    public static async Task<double> RateAsync(Bed bed, string script, int clients)
    {
        var output = await RunAsync(bed, script, "-T", $"{bed.Seconds}", "-c", $"{clients}", "-j", "1");
        return double.Parse(TransactionRate().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>The median in milliseconds of how long a run of a script takes.</summary>
    public static async Task<double> MedianAsync(Bed bed, string script, int clients)
    {
        var prefix = Path.Combine(bed.Folder, $"pgbench-{Guid.NewGuid():N}");
        await RunAsync(bed, script, "-T", $"{bed.Seconds}", "-c", $"{clients}", "-j", "1", "-l", $"--log-prefix={prefix}");
        var times = new List<double>();
        foreach (var log in Directory.GetFiles(bed.Folder, Path.GetFileName(prefix) + "*"))
        {
            // The client, the number of the run, and how many microseconds it took.
            times.AddRange((await File.ReadAllLinesAsync(log)).Select(line => double.Parse(line.Split(' ')[2], CultureInfo.InvariantCulture) / 1_000));
            File.Delete(log);
        }

        return Rounds.Median(times);
    }

    public static Task RunOnceAsync(Bed bed, string script) => RunAsync(bed, script, "-t", "1", "-c", "1");

    private static Task<string> RunAsync(Bed bed, string script, params string[] options)
    {
        var database = new NpgsqlConnectionStringBuilder(bed.Database);
        return Child.RunAsync([
            "/usr/lib/postgresql/15/bin/pgbench", "-n", "-M", "prepared", "-f", script, .. options, "-h", database.Host!,
            "-p", database.Port.ToString(CultureInfo.InvariantCulture), "-U", database.Username!, database.Database!,
        ]);
    }

    [GeneratedRegex(@"tps = ([0-9.]+)")]
    private static partial Regex TransactionRate();
}
