using GridMap.Core;
using GridMap.Districts.Dictionaries;
using Npgsql;
using NpgsqlTypes;

namespace GridMap.Districts.Writing;

/// <summary>
/// Writes a divided district in one transaction: until it commits nobody sees anything of it, and nothing of it stays when it fails or is killed.
/// The data source must know our geometry (`UseNetTopologySuite`).
/// </summary>
public sealed class DistrictWriter(NpgsqlDataSource dataSource, IReadOnlyList<DistrictChapter> chapters)
{
    private static readonly Refusal Exists = new(
        "DISTRICT_EXISTS",
        "This database already holds a district. Use --fresh to replace it completely, or another database.",
        "数据库中已有辖区数据。如需整体替换请加 --fresh，或改用其他数据库。");

    /// <summary>Replaces what was there if <paramref name="replace"/>, else refuses (DISTRICT_EXISTS). Areas hold from <paramref name="validFrom"/> on.</summary>
    public async Task<Result<DividedDistrict>> RunAsync(
        DividedDistrict district, bool replace, DateTimeOffset validFrom, IProgress<Progress> progress, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, "SELECT pg_advisory_xact_lock(hashtext('gridmap.district'))", cancellationToken);
        if (await ExistsAsync(connection, cancellationToken) && !replace)
        {
            return Exists;
        }

        await ExecuteAsync(connection, Statement.Read("ClearDistrict"), cancellationToken);
        var steps = Steps(connection, district, new NpgsqlRange<DateTime>(validFrom.UtcDateTime, true, false, default, false, true));
        for (var i = 0; i < steps.Count; i++)
        {
            progress.Report(new Progress(steps[i].Stage, steps[i].StageEnglish, (double)i / steps.Count));
            await steps[i].RunAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return district;
    }

    private static async Task WritePlaceAsync(NpgsqlConnection connection, DividedDistrict district, CancellationToken cancellationToken)
    {
        var (place, whole) = (district.Draft.Place, district.Areas.Areas[0]);
        await using var command = new NpgsqlCommand(Statement.Read("WritePlace"), connection);
        command.Parameters.AddWithValue("name", place.Name);
        command.Parameters.AddWithValue("name_en", place.NameEnglish);
        command.Parameters.AddWithValue("county_code", place.CountyCode);
        command.Parameters.AddWithValue("source", place.Source);
        command.Parameters.AddWithValue("synthetic", place.Synthetic);
        command.Parameters.AddWithValue("attribution", place.Attribution);
        command.Parameters.AddWithValue("licence", place.Licence);
        command.Parameters.AddWithValue("time_zone", place.TimeZone);
        command.Parameters.Add(new NpgsqlParameter("scale", NpgsqlDbType.Text) { Value = (object?)place.Scale ?? DBNull.Value });
        command.Parameters.AddWithValue("seed", place.Seed);
        command.Parameters.AddWithValue("extent", whole.Shape);
        command.Parameters.AddWithValue("centre", whole.LabelPoint);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<bool> ExistsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT EXISTS (SELECT FROM place)", connection);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task FinishAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await ExecuteAsync(connection, Statement.Read("FinishDistrict"), cancellationToken);
        await ExecuteAsync(connection, "ANALYZE", cancellationToken);
        await using var find = new NpgsqlCommand("SELECT to_regprocedure('refresh_tile_geometry()') IS NOT NULL", connection);
        if ((bool)(await find.ExecuteScalarAsync(cancellationToken))!)
        {
            await ExecuteAsync(connection, "SELECT refresh_tile_geometry()", cancellationToken);
        }
    }

    private List<Step> Steps(NpgsqlConnection connection, DividedDistrict district, NpgsqlRange<DateTime> valid) =>
    [
        new("写入字典", "Writing dictionaries", token => WriteDictionaries.RunAsync(connection, token)),
        new("写入辖区", "Writing the place", token => WritePlaceAsync(connection, district, token)),
        new("写入网格区划", "Writing areas", token => AreaTables.WriteAsync(connection, district, valid, token)),
        new("写入基本单元", "Writing land", token => LandTables.WriteAsync(connection, district, valid, token)),
        new("写入路网", "Writing the walking network", token => NetworkTables.WriteAsync(connection, district, token)),
        new("写入楼栋", "Writing buildings", token => DemandTables.WriteAsync(connection, district, token)),
        new("写入底图", "Writing the basemap", token => BasemapTables.WriteAsync(connection, district.Draft, token)),
        new("写入设施", "Writing facilities", token => FacilityTables.WriteAsync(connection, district, valid, token)),
        .. chapters.Select(chapter => new Step(chapter.Stage, chapter.StageEnglish, token => chapter.WriteAsync(connection, district, token))),
        new("整理与切片几何", "Preparing tiles", token => FinishAsync(connection, token)),
    ];

    private sealed record Step(string Stage, string StageEnglish, Func<CancellationToken, Task> RunAsync);
}
