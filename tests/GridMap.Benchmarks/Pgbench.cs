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
        var database = new NpgsqlConnectionStringBuilder(bed.Database);
        var output = await Child.RunAsync(
            "/usr/lib/postgresql/15/bin/pgbench", "-n", "-M", "prepared", "-f", script, "-T", $"{bed.Seconds}", "-c", $"{clients}", "-j", "1",
            "-h", database.Host!, "-p", database.Port.ToString(CultureInfo.InvariantCulture), "-U", database.Username!, database.Database!);
        return double.Parse(TransactionRate().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"tps = ([0-9.]+)")]
    private static partial Regex TransactionRate();
}
