using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using GridMap.Platform.Tiles;
using GridMap.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GridMap.Platform.Tests.Tiles;

public sealed class TileEndpointsTests(TileTown town) : IClassFixture<TileTown>
{
    private const string Grids = "/tiles/grids/" + TileTown.Middle + ".mvt";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_tile_is_sent_plain_or_compressed_with_a_tag_of_its_content(bool isCached)
    {
        await using var server = await TestServer.StartAsync(town.Database);
        var bytes = await town.TileAsync("grids", 14, 13344, 6201);
        if (isCached)
        {
            await server.Client.GetAsync(Grids);
        }

        var plain = await server.Client.GetAsync(Grids);
        Assert.Equal(HttpStatusCode.OK, plain.StatusCode);
        Assert.Equal("application/vnd.mapbox-vector-tile", plain.Content.Headers.ContentType?.MediaType);
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Equal(bytes, await plain.Content.ReadAsByteArrayAsync());

        var compressed = await AskAsync(server, Grids, encoding: "gzip");
        Assert.Equal(["gzip"], compressed.Content.Headers.ContentEncoding);
        Assert.Equal(bytes, Decompress(await compressed.Content.ReadAsByteArrayAsync()));

        Assert.All([plain, compressed], answer =>
        {
            Assert.Equal("no-cache", answer.Headers.CacheControl?.ToString());
            Assert.Equal(["Accept-Encoding"], answer.Headers.Vary);
            Assert.False(answer.Headers.ETag?.IsWeak);
        });
        Assert.NotEqual(plain.Headers.ETag, compressed.Headers.ETag);
    }

    [Fact]
    public async Task A_client_that_has_the_tile_is_told_so_without_a_body()
    {
        await using var server = await TestServer.StartAsync(town.Database);
        var first = await AskAsync(server, Grids, encoding: "gzip");
        var second = await AskAsync(server, Grids, encoding: "gzip", tag: first.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(server, Grids, encoding: "gzip", tag: new EntityTagHeaderValue("\"other\""))).StatusCode);
    }

    [Fact]
    public async Task The_tag_stays_when_the_content_does_and_changes_when_it_does()
    {
        var changing = new TileTown();
        await changing.InitializeAsync();
        EntityTagHeaderValue?[] tags = [null, null, null];
        for (var i = 0; i < tags.Length; i++)
        {
            await using var server = await TestServer.StartAsync(changing.Database);
            tags[i] = (await server.Client.GetAsync(Grids)).Headers.ETag;
            await changing.ExecuteAsync(i == 1 ? "UPDATE area_revision SET name = '改名网格' WHERE area_id = 14" : "SELECT refresh_tile_geometry()");
        }

        await changing.DisposeAsync();
        Assert.Equal(tags[0], tags[1]);
        Assert.NotEqual(tags[1], tags[2]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Where_nothing_lies_there_is_no_content(bool isCached)
    {
        await using var server = await TestServer.StartAsync(town.Database);
        var answers = new List<HttpResponseMessage> { await server.Client.GetAsync("/tiles/grids/14/1/1.mvt") };
        if (isCached)
        {
            answers.Add(await AskAsync(server, "/tiles/grids/14/1/1.mvt", encoding: "gzip", tag: new EntityTagHeaderValue("\"other\"")));
        }

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode));
    }

    [Fact]
    public async Task Head_says_what_get_would_without_the_body()
    {
        await using var server = await TestServer.StartAsync(town.Database);
        var get = await server.Client.GetAsync(Grids);
        var head = await server.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, Grids));
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/tiles/grids/14/16384/0.mvt", "TILE_OUT_OF_RANGE", 400)]
    [InlineData("/tiles/grids/-1/0/0.mvt", "TILE_OUT_OF_RANGE", 400)]
    [InlineData("/tiles/grids/23/0/0.mvt", "TILE_OUT_OF_RANGE", 400)]
    [InlineData("/tiles/grids/14/99999999999999999999/0.mvt", "TILE_OUT_OF_RANGE", 400)]
    [InlineData("/tiles/grids/NaN/0/0.mvt", "TILE_OUT_OF_RANGE", 400)]
    [InlineData("/tiles/grids/14/1.5/0.mvt", "TILE_OUT_OF_RANGE", 400)]
    [InlineData("/tiles/grids/16/0/0.mvt", "TILE_ZOOM_NOT_SERVED", 404)]
    [InlineData("/tiles/grids/0/0/0.mvt", "TILE_ZOOM_NOT_SERVED", 404)]
    [InlineData("/tiles/nothing/14/0/0.mvt", "LAYER_UNKNOWN", 404)]
    [InlineData("/tiles/pg_sleep/14/0/0.mvt", "LAYER_UNKNOWN", 404)]
    [InlineData("/tiles/%27;drop/14/0/0.mvt", "LAYER_UNKNOWN", 404)]
    [InlineData("/tiles/nothing.json", "LAYER_UNKNOWN", 404)]
    [InlineData("/tiles/style.json?theme=pink", "STYLE_UNKNOWN", 400)]
    [InlineData("/tiles/style.json?lang=fr", "STYLE_UNKNOWN", 400)]
    [InlineData("/tiles/grids/14/13344/6201.png", "ROUTE_UNKNOWN", 404)]
    public async Task A_bad_address_is_refused_with_a_code_and_both_remedies(string address, string code, int status)
    {
        await using var server = await TestServer.StartAsync(town.Database);
        var answer = await server.Client.GetAsync(address);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal((status, code), ((int)answer.StatusCode, problem.GetProperty("code").GetString()));
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        Assert.NotEmpty(problem.GetProperty("detailZh").GetString()!);
    }

    [Fact]
    public async Task A_tile_is_only_read() =>
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await PostAsync()).StatusCode);

    [Fact]
    public async Task Five_hundred_simultaneous_misses_are_one_statement()
    {
        var counted = new TileTown();
        await counted.InitializeAsync();
        await counted.ExecuteAsync("""
            CREATE SEQUENCE tile_calls;
            CREATE OR REPLACE FUNCTION tile_green(z integer, x integer, y integer) RETURNS bytea LANGUAGE sql VOLATILE
            AS $$ SELECT nextval('tile_calls'); SELECT pg_sleep(0.3); SELECT 'tile'::bytea $$;
            """);
        await using (var server = await TestServer.StartAsync(counted.Database))
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => server.Client.GetByteArrayAsync("/tiles/green/14/13344/6201.mvt")));
            Assert.All(answers, bytes => Assert.Equal("tile"u8.ToArray(), bytes));
        }

        var calls = await counted.AskAsync<long>("SELECT last_value FROM tile_calls");
        await counted.DisposeAsync();
        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task A_fault_of_the_database_is_not_kept()
    {
        var broken = new TileTown();
        await broken.InitializeAsync();
        await using (var server = await TestServer.StartAsync(broken.Database))
        {
            await broken.ExecuteAsync("ALTER FUNCTION tile_grids(integer, integer, integer) RENAME TO tile_grids_away");
            Assert.Equal(HttpStatusCode.InternalServerError, (await server.Client.GetAsync(Grids)).StatusCode);
            await broken.ExecuteAsync("ALTER FUNCTION tile_grids_away(integer, integer, integer) RENAME TO tile_grids");
            Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync(Grids)).StatusCode);
        }

        await broken.DisposeAsync();
    }

    [Fact]
    public async Task The_catalogue_names_every_layer_with_its_legend_in_both_languages_and_themes()
    {
        await using var server = await TestServer.StartAsync(town.Database);
        var layers = JsonDocument.Parse(await server.Client.GetStringAsync("/tiles")).RootElement.EnumerateArray().ToList();
        Assert.Equal(9, layers.Count);
        Assert.All(layers, layer =>
        {
            Assert.NotEmpty(layer.GetProperty("title").GetString()!);
            Assert.NotEmpty(layer.GetProperty("titleEn").GetString()!);
            Assert.Equal("合成数据 Synthetic data", layer.GetProperty("attribution").GetString());
            Assert.All(layer.GetProperty("legend").EnumerateArray(), entry => Assert.StartsWith("#", entry.GetProperty("color").GetProperty("dark").GetString(), StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task TileJson_describes_a_layer_and_points_at_this_server()
    {
        await using var server = await TestServer.StartAsync(town.Database);
        var described = JsonDocument.Parse(await server.Client.GetStringAsync("/tiles/grids.json")).RootElement;
        Assert.Equal("3.0.0", described.GetProperty("tilejson").GetString());
        Assert.Equal($"{server.Address.GetLeftPart(UriPartial.Authority)}/tiles/grids/{{z}}/{{x}}/{{y}}.mvt", described.GetProperty("tiles")[0].GetString());
        Assert.Equal(["grids", "grids_line", "grids_label"], described.GetProperty("vector_layers").EnumerateArray().Select(part => part.GetProperty("id").GetString()!));
        Assert.Equal(4, described.GetProperty("bounds").GetArrayLength());
    }

    [Fact]
    public async Task Before_there_is_a_district_tiles_are_empty_and_the_style_says_what_to_do()
    {
        await using var empty = await TestDatabase.CreateAsync();
        await using var server = await TestServer.StartAsync(empty);
        Assert.Equal(HttpStatusCode.NoContent, (await server.Client.GetAsync(Grids)).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await server.Client.GetAsync("/tiles/style.json")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await server.Client.GetAsync("/tiles/grids.json")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync("/tiles")).StatusCode);
    }

    [Fact]
    public async Task A_change_drops_exactly_the_tiles_it_alters()
    {
        var changing = new TileTown();
        await changing.InitializeAsync();
        await using (var server = await TestServer.StartAsync(changing.Database))
        {
            var (catalogue, cache) = (server.Services.GetRequiredService<TileCatalogue>(), server.Services.GetRequiredService<TileCache>());
            var here = new TileCoordinate(14, 13344, 6201);
            var elsewhere = new TileCoordinate(14, 13345, 6200);
            await server.Client.GetAsync("/health/ready");
            await ReadEachAsync(server, here, elsewhere);
            await changing.ExecuteAsync("""
                UPDATE facility SET status = 'suspended' WHERE id = 1;
                SELECT record_change('facility', '1', 'upsert', NULL, position) FROM facility WHERE id = 1;
                """);
            var facilities = catalogue.Find("facilities")!;
            await UntilAsync(() => cache.Find(facilities, here) is null);
            Assert.NotNull(cache.Find(facilities, elsewhere));
            Assert.NotNull(cache.Find(catalogue.Find("grids")!, here));
            var tile = VectorTile.Read(await server.Client.GetByteArrayAsync("/tiles/facilities/14/13344/6201.mvt"));
            Assert.Equal("suspended", tile["facilities"].Features.Single().Properties["status"]);
        }

        await changing.DisposeAsync();
    }

    private static async Task ReadEachAsync(TestServer server, params TileCoordinate[] tiles)
    {
        foreach (var tile in tiles)
        {
            await server.Client.GetAsync($"/tiles/facilities/{tile.Zoom}/{tile.Column}/{tile.Row}.mvt");
            await server.Client.GetAsync($"/tiles/grids/{tile.Zoom}/{tile.Column}/{tile.Row}.mvt");
        }
    }

    // Long, because a change settles only when every older transaction of the whole PostgreSQL server has ended, other tests' too.
    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var attempt = 0; attempt < 3000 && !holds(); attempt++)
        {
            await Task.Delay(20);
        }

        Assert.True(holds());
    }

    private static Task<HttpResponseMessage> AskAsync(TestServer server, string address, string encoding, EntityTagHeaderValue? tag = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        if (tag is not null)
        {
            request.Headers.IfNoneMatch.Add(tag);
        }

        return server.Client.SendAsync(request);
    }

    private async Task<HttpResponseMessage> PostAsync()
    {
        await using var server = await TestServer.StartAsync(town.Database);
        return await server.Client.PostAsync(Grids, null);
    }

    private static byte[] Decompress(byte[] bytes)
    {
        using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        gzip.CopyTo(plain);
        return plain.ToArray();
    }
}
