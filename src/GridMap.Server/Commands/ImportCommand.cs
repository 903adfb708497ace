using System.CommandLine;
using GridMap.Districts.Osm;

namespace GridMap.Server.Commands;

/// <summary>`gridmap import osm`: a real place from an OpenStreetMap extract; `gridmap import division`: grids drawn elsewhere.</summary>
internal static class ImportCommand
{
    private const long BytesPerMegabyte = 1_000_000;

    public static Command Create() => new("import", "Read a real place or a division 导入真实地区或网格划分") { CreateOsm(), ImportDivisionCommand.Create() };

    private static Command CreateOsm()
    {
        var defaults = new OsmPlaceOptions();
        var file = new Argument<string>("file") { Description = ".osm.pbf, .osm.gz, .osm.bz2 or .osm 文件" };
        var name = new Option<string?>("--name") { Description = "Name of the place; guessed from the map if left out 地区名称" };
        var countyCode = new Option<string>("--county-code") { Description = "Six digits before every grid code 区划代码", DefaultValueFactory = _ => defaults.CountyCode };
        var timeZone = new Option<string?>("--time-zone") { Description = "IANA time zone; guessed if left out 时区" };
        var seed = new Option<long>("--seed") { Description = "Seed of what the map does not tell 随机种子", DefaultValueFactory = _ => defaults.Seed };
        var maxSize = new Option<int>("--max-size")
        {
            Description = "Largest file in MB; cut a larger one with osmium extract 文件上限（MB）",
            DefaultValueFactory = _ => (int)(ImportOsm.DefaultMaxBytes / BytesPerMegabyte),
        };
        var present = new PresentOptions();
        var command = new Command("osm", "Read an OpenStreetMap extract 导入 OpenStreetMap 数据")
        {
            file, name, countyCode, timeZone, seed, maxSize, present.Fresh, present.IfMissing,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(file),
            parsed.GetValue(maxSize) * BytesPerMegabyte,
            new OsmPlaceOptions(parsed.GetRequiredValue(countyCode), parsed.GetValue(name), parsed.GetValue(timeZone), parsed.GetValue(seed)),
            present.Read(parsed),
            cancellationToken));
        return command;
    }

    private static Task<int> RunAsync(
        string path, long maxBytes, OsmPlaceOptions options, WhenPresent whenPresent, CancellationToken cancellationToken)
    {
        // Before the database is even started: a wrong file must not wait for it.
        if ((OsmFile.Inspect(path, maxBytes).Refusal ?? options.Check()) is { } unfit)
        {
            return Task.FromResult(Answers.Refuse(unfit));
        }

        return MakeDistrict.RunAsync(
            (database, progress, token) => new ImportOsm(database, maxBytes).RunAsync(path, options, progress, token), whenPresent, cancellationToken);
    }
}
