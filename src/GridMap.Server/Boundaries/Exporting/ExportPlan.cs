using Dapper;
using GridMap.Core;
using GridMap.Core.Boundaries.Editing;
using GridMap.Platform.Database;
using GridMap.Platform.Files;
using Npgsql;

namespace GridMap.Server.Boundaries.Exporting;

/// <summary>Gives the grids that a plan makes, retires or changes as files: before and after, and the table of changes.</summary>
public sealed class ExportPlan(NpgsqlDataSource database, DiffPlan diff, CurrentDivision current, WriteGeoPackage writeGeoPackage)
{
    public async Task<Plan?> FindAsync(int id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<Plan>(new CommandDefinition(
            Sql.Beside<PlansById>(), new { ids = new[] { id } }, cancellationToken: cancellationToken));
    }

    public async Task<Result<byte[]>> WriteGeoPackageAsync(Plan plan, CancellationToken cancellationToken)
    {
        var (before, after) = Split(await diff.RunAsync(plan, cancellationToken), (await current.LoadAsync(cancellationToken)).Division);
        // An empty layer would get no fields.
        return await writeGeoPackage.RunAsync(
            [.. new[] { ("before", before), ("after", after) }.Where(layer => layer.Item2.Count > 0).Select(layer => (layer.Item1, GridFeatures.Write(layer.Item2)))], cancellationToken);
    }

    /// <summary>The grids as they are after the plan, and those it retires as they were.</summary>
    public async Task<byte[]> WriteGeoJsonAsync(Plan plan, CancellationToken cancellationToken)
    {
        var (before, after) = Split(await diff.RunAsync(plan, cancellationToken), (await current.LoadAsync(cancellationToken)).Division);
        return GridFeatures.Write(
            after.Concat(before.Where(grid => grid.Change == "retired")), ("name", plan.Name), ("status", plan.Status.ToString().ToLowerInvariant()));
    }

    public async Task<byte[]> WriteCsvAsync(Plan plan, CancellationToken cancellationToken)
    {
        var division = (await current.LoadAsync(cancellationToken)).Division;
        return CsvFile.Write(new DataTable(
            "changes",
            [
                "变化 change", "原编码 code before", "新编码 code after", "原名称 name before", "新名称 name after", "原社区 community before", "新社区 community after",
                "原户数 households before", "新户数 households after", "原人口 persons before", "新人口 persons after", "原面积㎡ area before", "新面积㎡ area after",
            ],
            [.. (await diff.RunAsync(plan, cancellationToken)).Select(grid => RowOf(grid, division))]));
    }

    private static object?[] RowOf(GridDiff grid, Division division)
    {
        var (before, after) = (grid.Before, grid.After);
        return
        [
            ChangeOf(grid) switch { "new" => "新增 new", "retired" => "撤销 retired", _ => "调整 changed" },
            before?.Code ?? "", after?.Code ?? "",
            before?.Name ?? "", after?.Name ?? "",
            CommunityOf(before), CommunityOf(after),
            before?.Households, after?.Households,
            before?.Persons, after?.Persons,
            Rounded(before?.SquareMeters), Rounded(after?.SquareMeters),
        ];

        string CommunityOf(GridNumbers? numbers) => numbers is not null && division.HasCommunity(numbers.Community) ? division.NumbersOfCommunity(numbers.Community).Name : "";
    }

    private static (List<GridFeature> Before, List<GridFeature> After) Split(IReadOnlyList<GridDiff> grids, Division division) => (
        [.. grids.Where(grid => grid.Before is not null).Select(grid => GridFeatures.Of(grid.Before!, grid.BeforeShape!, division, ChangeOf(grid)))],
        [.. grids.Where(grid => grid.After is not null).Select(grid => GridFeatures.Of(grid.After!, grid.AfterShape!, division, ChangeOf(grid)))]);

    private static string ChangeOf(GridDiff grid) => grid.Before is null ? "new" : grid.After is null ? "retired" : "changed";

    private static double? Rounded(double? squareMeters) => squareMeters is { } value ? Math.Round(value, 1) : null;
}
