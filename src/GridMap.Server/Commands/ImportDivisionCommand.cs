using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Boundaries.Editing;
using GridMap.Core.Boundaries.Importing;
using GridMap.Platform.Access;
using GridMap.Platform.Schema;
using GridMap.Server.Boundaries;
using GridMap.Server.Boundaries.Importing;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace GridMap.Server.Commands;

/// <summary>`gridmap import division`: a division drawn elsewhere, told what is wrong in it, becomes a plan.</summary>
internal static class ImportDivisionCommand
{
    private const int MostLines = 20;

    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = ".geojson, .gpkg, or a Shapefile in a .zip 文件" };
        var area = new Option<string?>("--area") { Description = "Code of the area that it divides; the whole place if left out 所划分区域的编码" };
        var tolerance = new Option<double>("--tolerance")
        {
            Description = "Gaps and overlaps no wider, in metres, are mended 容差（米）",
            DefaultValueFactory = _ => ImportOptions.DefaultToleranceMeters,
        };
        var datum = new Option<SourceDatum>("--datum") { Description = "Of the file's degrees: Wgs84 (also CGCS2000) or Gcj02 坐标" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only say what is wrong and what would change 只检查，不写入" };
        var name = new Option<string?>("--name") { Description = "Name of the plan 方案名称" };
        var author = new Option<string?>("--author") { Description = "Login of the plan's author 方案编制人登录名" };
        var layer = new Option<string?>("--layer") { Description = "Which of several layers 图层名称" };
        var codeField = new Option<string?>("--code-field") { Description = "Field of the codes 编码字段" };
        var nameField = new Option<string?>("--name-field") { Description = "Field of the names 名称字段" };
        var report = new Option<string?>("--report") { Description = "Write every defect to this GeoJSON file 将全部问题写入 GeoJSON 文件" };
        var command = new Command("division", "Read an existing division into a plan 导入已有网格划分，生成方案")
        {
            file, area, tolerance, datum, dryRun, name, author, layer, codeField, nameField, report,
        };
        command.SetAction((parsed, cancellationToken) => AccessCommands.RunAsync(
            (access, token) => RunAsync(
                access.GetRequiredService<NpgsqlDataSource>(),
                new Wish(
                    parsed.GetRequiredValue(file), parsed.GetValue(area), parsed.GetValue(tolerance), parsed.GetValue(datum), parsed.GetValue(dryRun), parsed.GetValue(name), parsed.GetValue(author),
                    parsed.GetValue(layer), parsed.GetValue(codeField), parsed.GetValue(nameField), parsed.GetValue(report)),
                token),
            cancellationToken));
        return command;
    }

    private static async Task<Refusal?> RunAsync(NpgsqlDataSource database, Wish wish, CancellationToken cancellationToken)
    {
        var content = await ReadAsync(wish.File, cancellationToken);
        if (content.Refusal is { } unreadable)
        {
            return unreadable;
        }

        var area = await FindAsync(database, "SELECT id FROM current_area WHERE CASE WHEN $1::text IS NULL THEN parent_id IS NULL ELSE code = $1 END LIMIT 1", wish.Area, cancellationToken);
        var author = wish.Author is null ? 0 : await FindAsync(database, "SELECT id FROM account WHERE login = $1", wish.Author, cancellationToken);
        if (area is null || author is null)
        {
            return area is null ? PlanRefusals.AreaUnknown : AccountUnknown;
        }

        using var convert = new Ogr2Ogr();
        using var areas = new CurrentAreas(new LoadAreaTree(database), TimeProvider.System, NullLogger<CurrentAreas>.Instance);
        using var current = new CurrentDivision(new LoadDivision(database));
        var progress = new ImportProgressLine();
        var (read, request) = (new ReadDivisionFile(convert), new ImportRequest(area.Value, wish.Tolerance, wish.Datum));
        var sources = await read.RunAsync(
            new DivisionFile(Path.GetFileName(wish.File), content.Value, wish.Layer, wish.CodeField, wish.NameField), cancellationToken);
        if (sources.Refusal is { } unfit)
        {
            return unfit;
        }

        var found = await new CheckDivision(read, current, areas).RunAsync(sources.Value, request, progress, cancellationToken);
        progress.Finish();
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        await TellAsync(found.Value.Division, wish.Report, cancellationToken);
        return wish.IsDryRun ? null : await PlanAsync(database, found.Value, request, wish, author.Value, cancellationToken);
    }

    private static Refusal AccountUnknown { get; } = new("ACCOUNT_UNKNOWN", "There is no such account; see gridmap account list.", "没有此账号；可用 gridmap account list 查看。");

    private static async Task<Result<byte[]>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var file = new FileInfo(path);
        return !file.Exists ? new Refusal("FILE_MISSING", $"There is no file {path}.", $"没有文件 {path}。")
            : file.Length > DivisionFile.MostBytes ? FileRefusals.TooLarge
            : await File.ReadAllBytesAsync(path, cancellationToken);
    }

    private static async Task<int?> FindAsync(NpgsqlDataSource database, string sql, string? text, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter { Value = text is null ? DBNull.Value : text, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        return await command.ExecuteScalarAsync(cancellationToken) as int?;
    }

    private static async Task<Refusal?> PlanAsync(
        NpgsqlDataSource database, CheckedImport found, ImportRequest request, Wish wish, int author, CancellationToken cancellationToken)
    {
        var caller = wish.Author is { } login ? new Caller(CallerKind.Account, author, login, []) : new Caller(CallerKind.Service, 0, AccessCommands.Actor, []);
        var name = wish.Name ?? $"导入 {Path.GetFileNameWithoutExtension(wish.File)}";
        var made = await new PlanDivision(database, TimeProvider.System)
            .RunAsync(found, request, new PlanNames(name[..Math.Min(name.Length, PlanRefusals.LongestName)], null), Guid.NewGuid().ToString("N"), caller, cancellationToken);
        if (made.Refusal is { } refusal)
        {
            return refusal;
        }

        Answers.Say($"方案已生成 plan: /boundaries/{made.Value}");
        return null;
    }

    private static async Task TellAsync(ImportedDivision division, string? path, CancellationToken cancellationToken)
    {
        var report = division.Report;
        Answers.Say(Line($"覆盖 covered {report.CoveredShare:P1}，切开单元 atoms cut {report.CutAtoms}，操作 operations {division.Outcomes.Length}，撤销 retired {report.Retired.Length}"));
        foreach (var total in report.Totals)
        {
            Answers.Say(Line($"  {total.Kind,-16} {total.Count,6}  {total.SquareMeters,12:0.0} m²  超出容差 beyond tolerance {total.BeyondTolerance}"));
        }

        foreach (var grid in report.Grids.Where(grid => Math.Abs(grid.DifferenceSquareMeters) >= 1).OrderByDescending(grid => Math.Abs(grid.DifferenceSquareMeters)).Take(MostLines))
        {
            Answers.Say(Line($"  {grid.Code,-15} {grid.SourceSquareMeters,12:0.0} → {grid.SquareMeters,12:0.0} m²  {grid.DifferenceSquareMeters,+10:+0.0;-0.0} {grid.Name}"));
        }

        if (path is not null)
        {
            await File.WriteAllBytesAsync(path, DefectFeatures.Write(report.Defects), cancellationToken);
        }
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed record Wish(
        string File, string? Area, double Tolerance, SourceDatum Datum, bool IsDryRun, string? Name, string? Author, string? Layer, string? CodeField, string? NameField, string? Report);
}
