using System.Text;
using GridMap.Districts.Osm;
using GridMap.Testing;

namespace GridMap.Districts.Tests.Osm;

/// <summary>Every wrong file is refused with its code, and the database stays exactly as it was.</summary>
public sealed class ImportOsmRefusalTests(TestDatabase database) : IClassFixture<TestDatabase>, IDisposable
{
    private readonly OsmFiles _files = new();

    private static string Text => File.ReadAllText(OsmFiles.Fixture);

    public void Dispose() => _files.Dispose();

    [Fact]
    public Task A_missing_file_is_refused() => RefusesAsync("OSM_FILE_MISSING", "/no/such/place.osm.pbf");

    [Fact]
    public Task A_folder_is_refused() => RefusesAsync("OSM_FILE_MISSING", Path.GetTempPath());

    [Fact]
    public Task An_empty_file_is_refused() => RefusesAsync("OSM_FILE_EMPTY", _files.Write("empty.osm", ""));

    [Fact]
    public Task A_sparse_file_of_two_gigabytes_is_refused_by_its_size() =>
        RefusesAsync("OSM_FILE_TOO_LARGE", _files.WriteSparse("huge.osm.pbf", 2_000_000_000));

    [Theory]
    [InlineData("page.osm", "<!doctype html><html><body>404</body></html>", "OSM_XML_WITH_DTD")]
    [InlineData("page.osm.pbf", "<html><body>Not found</body></html>", "OSM_FILE_NOT_OSM")]
    [InlineData("notes.osm.gz", "just a text", "OSM_FILE_NOT_OSM")]
    [InlineData("text.osm", "see <osm> for more", "OSM_FILE_NOT_OSM")]
    [InlineData("bzip.osm.bz2", "BZh9 but nothing else", "OSM_FILE_BROKEN")]
    [InlineData("bomb.osm", "<?xml version='1.0'?><!DOCTYPE o [<!ENTITY a 'x'><!ENTITY b '&a;&a;'>]><osm version='0.6'>&b;</osm>", "OSM_XML_WITH_DTD")]
    [InlineData("odd.osm", "<osm version='0.5'></osm>", "OSM_FILE_BROKEN")]
    [InlineData("nothing.osm", "<osm version='0.6'></osm>", "OSM_NO_ROADS")]
    public Task A_file_that_is_no_map_is_refused(string name, string content, string code) => RefusesAsync(code, _files.Write(name, content));

    [Fact]
    public Task A_gzip_that_holds_no_map_is_refused() =>
        RefusesAsync("OSM_FILE_NOT_OSM", _files.Write("zeros.osm.gz", OsmFiles.Gzip(new byte[200_000])));

    [Fact]
    public Task A_gzip_with_a_bomb_inside_is_refused() =>
        RefusesAsync("OSM_XML_WITH_DTD", _files.Write("bomb.osm.gz", OsmFiles.Gzip(Encoding.UTF8.GetBytes("<?xml version='1.0'?><!DOCTYPE osm><osm version='0.6'/>"))));

    [Fact]
    public Task A_text_that_breaks_off_is_refused() => RefusesAsync("OSM_FILE_BROKEN", _files.Write("half.osm", Text[..(Text.Length / 2)]));

    [Fact]
    public Task A_gzip_that_breaks_off_is_refused()
    {
        var whole = OsmFiles.Gzip(File.ReadAllBytes(OsmFiles.Fixture));
        return RefusesAsync("OSM_FILE_BROKEN", _files.Write("half.osm.gz", whole[..(whole.Length * 2 / 3)]));
    }

    [Fact]
    public Task A_pbf_that_is_only_a_header_line_is_refused() =>
        RefusesAsync("OSM_FILE_BROKEN", _files.Write("head.osm.pbf", [0, 0, 0, 14, .. "\n\tOSMHeader"u8, 0x18, 90, 1, 2, 3, 4]));

    [Fact]
    public Task A_map_without_roads_is_refused() => RefusesAsync("OSM_NO_ROADS", _files.Write("still.osm", Text.Replace("\"highway\"", "\"lowway\"", StringComparison.Ordinal)));

    [Fact]
    public Task A_map_without_buildings_is_refused() => RefusesAsync("OSM_NO_BUILDINGS", _files.Write("bare.osm", Text.Replace("\"building\"", "\"rock\"", StringComparison.Ordinal)));

    [Fact]
    public Task A_map_where_nobody_may_walk_is_refused() =>
        RefusesAsync("OSM_NO_ROADS", _files.Write("cars.osm", Text.Replace("k=\"highway\" v=\"", "k=\"highway\" v=\"motorway\"/><tag k=\"was\" v=\"", StringComparison.Ordinal)));

    [Theory]
    [InlineData("COUNTY_CODE_INVALID", "12345", null, null)]
    [InlineData("COUNTY_CODE_INVALID", "12345x", null, null)]
    [InlineData("PLACE_NAME_EMPTY", "999001", " ", null)]
    [InlineData("TIME_ZONE_UNKNOWN", "999001", null, "Mars/Olympus")]
    [InlineData(null, "999123", "云泉", "Asia/Shanghai")]
    public async Task Options_are_checked_first(string? code, string countyCode, string? name, string? timeZone)
    {
        var options = new OsmPlaceOptions(countyCode, name, timeZone);
        var answer = await new ImportOsm(database.ConnectionString).RunAsync(OsmFiles.Fixture, options, new HeardStages(), CancellationToken.None);
        Assert.Equal(code, answer.Refusal?.Code);
    }

    [Fact]
    public async Task A_cancelled_import_ends_its_child_and_leaves_nothing_behind()
    {
        using var cancel = new CancellationTokenSource();
        var before = await database.FingerprintAsync();
        var progress = new CancelAtStaging(cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new ImportOsm(database.ConnectionString).RunAsync(OsmFiles.Fixture, new OsmPlaceOptions(), progress, cancel.Token));
        Assert.Equal(before, await database.FingerprintAsync());
    }

    [Fact]
    public async Task What_a_killed_run_left_is_gone_after_the_next_start()
    {
        var before = await database.FingerprintAsync();
        await using (var command = database.DataSource.CreateCommand("CREATE SCHEMA osm_staging_killed; CREATE TABLE osm_staging_killed.osm_line (id bigint)"))
        {
            await command.ExecuteNonQueryAsync();
        }

        Assert.NotEqual(before, await database.FingerprintAsync());
        await RunAsync(OsmFiles.Fixture);
        Assert.Equal(before, await database.FingerprintAsync());
    }

    [Fact]
    public async Task A_second_import_at_the_same_time_is_refused()
    {
        var first = await OsmStaging.OpenAsync(database.ConnectionString, CancellationToken.None);
        await using var held = first.Value;
        Assert.Equal("IMPORT_RUNNING", await RunAsync(OsmFiles.Fixture));
    }

    [Fact]
    public async Task Files_in_any_order_are_read()
    {
        var lines = Text.Replace("<node id=\"1\" ", "<node id=\"899\" ", StringComparison.Ordinal).Replace("ref=\"1\"/>", "ref=\"899\"/>", StringComparison.Ordinal);
        Assert.Null(await RunAsync(_files.Write("unsorted.osm", lines)));
    }

    private async Task RefusesAsync(string code, string path)
    {
        var before = await database.FingerprintAsync();
        Assert.Equal(code, await RunAsync(path));
        Assert.Equal(before, await database.FingerprintAsync());
    }

    private async Task<string?> RunAsync(string path)
    {
        var answer = await new ImportOsm(database.ConnectionString).RunAsync(path, new OsmPlaceOptions(), new HeardStages(), CancellationToken.None);
        if (answer.Refusal is { } refusal)
        {
            Assert.NotEmpty(refusal.Remedy);
            Assert.NotEmpty(refusal.RemedyChinese);
        }

        return answer.Refusal?.Code;
    }

    private sealed class CancelAtStaging(CancellationTokenSource cancel) : IProgress<OsmImportStage>
    {
        public void Report(OsmImportStage value)
        {
            if (value.Share is not null)
                cancel.Cancel();
        }
    }
}

internal static class DatabaseFingerprint
{
    /// <summary>Every relation of every schema of ours with its size.</summary>
    public static async Task<string> FingerprintAsync(this TestDatabase database)
    {
        await using var command = database.DataSource.CreateCommand("""
            SELECT string_agg(pg_namespace.nspname || '.' || coalesce(pg_class.relname, '') || ':' || coalesce(pg_relation_size(pg_class.oid), 0), ',' ORDER BY pg_namespace.nspname, pg_class.relname)
            FROM pg_namespace
            LEFT JOIN pg_class ON pg_class.relnamespace = pg_namespace.oid AND pg_class.relkind IN ('r', 'i', 'S')
            WHERE pg_namespace.nspname NOT LIKE 'pg\_%' AND pg_namespace.nspname <> 'information_schema'
            """);
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
