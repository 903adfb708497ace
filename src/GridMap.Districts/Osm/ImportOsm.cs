using GridMap.Core;

namespace GridMap.Districts.Osm;

/// <summary>How far an import is: a stage in both languages and, where it is known, the share of it that is done.</summary>
public sealed record OsmImportStage(string Name, string NameChinese, double? Share);

/// <summary>
/// Reads an OpenStreetMap file into the draft of a district. The file is checked before anything is touched; staging lives in a schema
/// of its own that is gone afterwards, whatever happens; the tables of the district are not touched at all.
/// </summary>
public sealed class ImportOsm(string connectionString, long maxBytes = ImportOsm.DefaultMaxBytes)
{
    public const long DefaultMaxBytes = 1_000_000_000;

    public async Task<Result<DistrictDraft>> RunAsync(
        string path, OsmPlaceOptions options, IProgress<OsmImportStage> progress, CancellationToken cancellationToken)
    {
        progress.Report(new OsmImportStage("checking the file", "检查文件", null));
        var file = OsmFile.Inspect(path, maxBytes);
        if ((file.Refusal ?? options.Check()) is { } unfit)
            return unfit;

        var head = await OsmTool.RunAsync(
            "osmium", ["fileinfo", "--input-format", file.Value.Format, "--get", "header.boxes", file.Value.Path],
            new Dictionary<string, string>(), file.Value.Path, null, cancellationToken);
        if (head is null)
            return OsmRefusals.ToolMissing("osmium");
        if (head.ExitCode != 0)
            return OsmRefusals.Broken(path, head.Reason);

        var data = await StageAndReadAsync(file.Value, head.Output, progress, cancellationToken);
        if (data.Refusal is { } refusal)
            return refusal;

        progress.Report(new OsmImportStage("drawing roads, buildings and compounds", "整理道路、楼栋与小区", null));
        var draft = new DraftOsmPlace(OsmRules.Load(), ReadTimeZones());
        return await Task.Run(() => draft.Run(data.Value, options), cancellationToken);
    }

    private async Task<Result<OsmData>> StageAndReadAsync(
        OsmFile file, string boxes, IProgress<OsmImportStage> progress, CancellationToken cancellationToken)
    {
        var opened = await OsmStaging.OpenAsync(connectionString, cancellationToken);
        if (opened.Refusal is { } busy)
            return busy;

        await using var staging = opened.Value;
        var share = new StageShare(progress);
        share.Report(0);
        var staged = await StageOsmFile.RunAsync(file, connectionString, staging.Schema, share, cancellationToken);
        if (staged.Refusal is { } broken)
            return broken;

        progress.Report(new OsmImportStage("reading what was staged", "读取暂存数据", null));
        return await new ReadStagedOsm(staging.Connection, staging.Schema).RunAsync(file.Path, ReadStagedOsm.ParseBounds(boxes), cancellationToken);
    }

    private static string[] ReadTimeZones() => File.Exists(OsmTimeZone.SystemTable) ? File.ReadAllLines(OsmTimeZone.SystemTable) : [];

    private sealed class StageShare(IProgress<OsmImportStage> progress) : IProgress<double>
    {
        public void Report(double value) => progress.Report(new OsmImportStage("reading the file with osm2pgsql", "用 osm2pgsql 读取文件", value));
    }
}
