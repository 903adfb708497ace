using System.Globalization;
using GridMap.Core;
using Npgsql;

namespace GridMap.Districts.Osm;

/// <summary>Loads a file into a staging schema through osm2pgsql; a file that is not in order is sorted first.</summary>
public static class StageOsmFile
{
    /// <summary>Answers the schema, or why the file could not be staged.</summary>
    public static async Task<Result<string>> RunAsync(
        OsmFile file, string connectionString, string schema, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder("osm");
        var answer = await LoadAsync(file.Path, file.Format, connectionString, schema, folder, progress, cancellationToken);
        if (answer is { ExitCode: not 0 } && answer.Errors.Contains("not ordered", StringComparison.Ordinal))
        {
            var sorted = Path.Combine(folder.Path, "sorted.osm.pbf");
            string[] sort = ["sort", "--input-format", file.Format, "--output", sorted, file.Path];
            var order = await OsmTool.RunAsync("osmium", sort, new Dictionary<string, string>(), file.Path, null, cancellationToken);
            if (order is null)
                return OsmRefusals.ToolMissing("osmium");
            if (order.ExitCode != 0)
                return Explain(file.Path, order);

            answer = await LoadAsync(sorted, "pbf", connectionString, schema, folder, progress, cancellationToken);
        }

        if (answer is null)
            return OsmRefusals.ToolMissing("osm2pgsql");

        return answer.ExitCode == 0 ? schema : Explain(file.Path, answer);
    }

    private static async Task<OsmToolAnswer?> LoadAsync(
        string path, string format, string connectionString, string schema, TemporaryFolder folder, IProgress<double>? progress,
        CancellationToken cancellationToken)
    {
        var style = Path.Combine(folder.Path, "staging.lua");
        await using (var text = OsmResource.Open("staging.lua"))
        await using (var copy = File.Create(style))
        {
            await text.CopyToAsync(copy, cancellationToken);
        }

        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        string[] arguments =
        [
            "--create", "--output=flex", $"--style={style}", $"--database={settings.Database ?? settings.Username ?? "postgres"}",
            "--input-reader=" + format, "--number-processes=2", "--log-progress=false", path,
        ];
        return await OsmTool.RunAsync("osm2pgsql", arguments, Environment(settings, schema), path, progress, cancellationToken);
    }

    // The password travels in the environment: the command line is open to every user of the machine.
    private static Dictionary<string, string> Environment(NpgsqlConnectionStringBuilder settings, string schema)
    {
        var environment = new Dictionary<string, string>
        {
            ["GRIDMAP_OSM_SCHEMA"] = schema,
            ["PGAPPNAME"] = OsmStaging.ApplicationName,
            ["PGHOST"] = settings.Host ?? "localhost",
            ["PGPORT"] = settings.Port.ToString(CultureInfo.InvariantCulture),
        };
        if (settings.Username is { } user)
            environment["PGUSER"] = user;
        if (settings.Password is { } password)
            environment["PGPASSWORD"] = password;

        return environment;
    }

    private static Refusal Explain(string path, OsmToolAnswer answer)
    {
        string[] full = ["No space left on device", "could not extend file", "disk full"];
        string[] database = ["Connecting to database", "Database error", "connection to server", "DB copy thread"];
        if (full.Any(answer.Errors.Contains))
            return OsmRefusals.DiskFull(answer.Reason);

        return database.Any(answer.Errors.Contains) ? OsmRefusals.StagingFailed(answer.Reason) : OsmRefusals.Broken(path, answer.Reason);
    }
}
