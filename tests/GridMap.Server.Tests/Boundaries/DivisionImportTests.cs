using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using GridMap.Core.Access;
using GridMap.Core.Boundaries;
using GridMap.Core.Geography;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace GridMap.Server.Tests.Boundaries;

/// <summary>A division that was drawn elsewhere, from the file to the plan.</summary>
public sealed class DivisionImportTests : IAsyncLifetime
{
    private const string Report = "report { coveredShare cutAtoms operations retired totals { kind count squareMeters } "
        + "defects { kind records squareMeters meters place { longitude latitude } shape taker isWithinTolerance detail } grids { code name isNew sourceSquareMeters squareMeters differenceSquareMeters } }";

    private PlanTown _town = null!;

    private static (string What, byte[] Content, string Code)[] WhatIsNoDivision =>
    [
        ("nothing", [], "IMPORT_FORMAT"),
        ("a picture", [0xFF, 0xD8, 0xFF, 0xE0], "IMPORT_FORMAT"),
        ("broken JSON", "{\"type\":"u8.ToArray(), "IMPORT_UNREADABLE"),
        ("JSON of something else", "{\"type\":\"Topology\"}"u8.ToArray(), "IMPORT_UNREADABLE"),
        ("no polygons", "{\"type\":\"FeatureCollection\",\"features\":[]}"u8.ToArray(), "IMPORT_EMPTY"),
        ("metres", ImportFiles.GeoJson("[[[500000,4400000],[501000,4400000],[501000,4401000],[500000,4400000]]]"), "IMPORT_NOT_DEGREES"),
        ("latitude first", ImportFiles.GeoJson("[[[40,113],[40.1,113],[40.1,113.1],[40,113]]]"), "IMPORT_NOT_DEGREES"),
        ("another place", ImportFiles.GeoJson("[[[2,48],[2.1,48],[2.1,48.1],[2,48]]]"), "IMPORT_FAR_AWAY"),
        ("a corner of the place", ImportFiles.GeoJson("[[[113.21,40.01],[113.211,40.01],[113.211,40.011],[113.21,40.01]]]"), "IMPORT_ELSEWHERE"),
        ("a zip of a text", ImportFiles.Zip(("read.me", [1, 2, 3])), "IMPORT_ZIP"),
        ("a zip cut off", ImportFiles.Zip(("a.shp", new byte[500]))[..60], "IMPORT_ZIP"),
        ("a zip of two Shapefiles", ImportFiles.Zip(("a.shp", []), ("a.shx", []), ("a.dbf", []), ("b.shp", [])), "IMPORT_ZIP"),
        ("a zip of nonsense", ImportFiles.Zip(("a.shp", new byte[99]), ("a.shx", new byte[99]), ("a.dbf", new byte[99])), "IMPORT_UNREADABLE"),
        ("a zip bomb", ImportFiles.Bomb(megabytes: 65), "IMPORT_ZIP_TOO_LARGE"),
        ("half a GeoPackage", Encoding.ASCII.GetBytes("SQLite format 3\0 and no more"), "IMPORT_UNREADABLE"),
        ("too many vertices", ImportFiles.GeoJson($"[[{string.Join(',', Enumerable.Repeat("[113,40],[113.1,40.1]", 260_000))}]]"), "IMPORT_TOO_MANY"),
    ];

    public async Task InitializeAsync() => _town = await PlanTown.CreateAsync();

    public Task DisposeAsync() => _town.DisposeAsync().AsTask();

    [Fact]
    public async Task What_is_no_division_is_refused_and_nothing_is_kept()
    {
        foreach (var (what, bytes, code) in WhatIsNoDivision)
        {
            var import = await EndAsync(await SendAsync(bytes));
            Assert.True(import.GetProperty("refusal") is { ValueKind: JsonValueKind.Object } refusal && refusal.GetProperty("code").GetString() == code, $"{what}: {import}");
        }

        Assert.Equal(0L, await _town.ReadAsync<long>("SELECT count(*) FROM plan"));
    }

    [Fact]
    public async Task The_division_in_force_comes_back_unchanged_in_every_format()
    {
        var exported = await ExportAsync("areas/1/grids.geojson");
        foreach (var file in new[] { exported, await ExportAsync("areas/1/grids.gpkg"), await ImportFiles.ConvertAsync(exported, isShapefile: true) })
        {
            var import = await EndAsync(await SendAsync(file));
            Assert.True(import.GetProperty("state").GetString() == "READY", import.ToString());
            var report = import.GetProperty("report");
            Assert.Equal("[]", report.GetProperty("defects").GetRawText());
            Assert.Equal(0, report.GetProperty("operations").GetInt32());
            Assert.All(report.GetProperty("grids").EnumerateArray(), grid => Assert.Equal(0, grid.GetProperty("differenceSquareMeters").GetDouble(), 3));
        }
    }

    [Fact]
    public async Task Planted_faults_are_told_and_a_plan_makes_the_division_as_it_was_told()
    {
        var file = await ExportAsync("areas/1/grids.geojson");
        var (gap, bulge, sliver) = (Box(113.205, 40.016, 113.207, 40.018), Box(113.204, 40.008, 113.206, 40.014), Box(113.222, 40.004, 113.2220004, 40.006));
        var overlap = bulge;
        file = ImportFiles.Reshape(file, "11", shape =>
        {
            overlap = Combine(shape, bulge, SpatialFunction.Intersection);
            return Combine(shape, gap, SpatialFunction.Difference);
        });
        file = ImportFiles.Reshape(file, "10", shape => Combine(shape, bulge, SpatialFunction.Union));
        var bite = Box(113.2285, 40.0150, 113.2315, 40.0190);
        file = ImportFiles.Reshape(ImportFiles.Reshape(file, "14", shape => Combine(shape, bite, SpatialFunction.Union)), "17", shape => Combine(shape, bite, SpatialFunction.Difference));
        var meters = 0.0;
        file = ImportFiles.Reshape(file, "16", shape =>
        {
            var corner = shape.Coordinates.Single(vertex => vertex.X == shape.Coordinates.Where(place => place.Y < 40.006).Min(place => place.X));
            var moved = Lattice.Snap(corner.X + 4e-6, corner.Y);
            meters = Ellipsoid.DistanceMeters(corner, moved);
            return Lattice.Factory.CreatePolygon([.. shape.Coordinates.Select(vertex => vertex.Equals2D(corner) ? moved : vertex)]);
        });
        var id = await SendAsync(ImportFiles.Add(file, sliver));
        var import = await EndAsync(id);
        Assert.True(import.GetProperty("state").GetString() == "READY", import.ToString());
        var report = import.GetProperty("report");
        AssertTold(report, "GAP", gap);
        AssertTold(report, "OVERLAP", overlap);
        AssertTold(report, "SLIVER", sliver);
        Assert.Contains(Defects(report, "MISMATCHED_VERTEX"), defect => Math.Abs(defect.GetProperty("meters").GetDouble() - meters) < 0.02);
        await AssertPlannedAsync(report, await PlanAsync(id));
    }

    [Fact]
    public async Task Borders_of_another_division_cut_the_land_and_the_plan_is_published()
    {
        var file = await ExportAsync("areas/1/grids.geojson");
        var bite = Box(113.2135, 40.0030, 113.2195, 40.0070);
        file = ImportFiles.Reshape(file, "10", shape => Combine(shape, bite, SpatialFunction.Union));
        file = ImportFiles.Reshape(file, "13", shape => Combine(shape, bite, SpatialFunction.Difference));
        var id = await SendAsync(file);
        var report = (await EndAsync(id)).GetProperty("report");
        Assert.Equal("[]", report.GetProperty("defects").GetRawText());
        Assert.InRange(report.GetProperty("cutAtoms").GetInt32(), 1, 4);
        Assert.All(report.GetProperty("grids").EnumerateArray(), grid => Assert.InRange(grid.GetProperty("differenceSquareMeters").GetDouble(), -5, 5));
        var plan = await PlanAsync(id);
        await AssertPlannedAsync(report, plan);
        await plan.PutInForceAsync();
        var again = await EndAsync(await SendAsync(await ExportAsync("areas/1/grids.gpkg")));
        Assert.Equal(0, again.GetProperty("report").GetProperty("operations").GetInt32());
    }

    [Fact]
    public async Task An_import_is_its_owners_alone_and_for_their_area()
    {
        var id = await SendAsync(await ExportAsync("areas/1/grids.geojson"));
        await EndAsync(id);
        var other = await _town.Server.SignInAsync(Role.GridManager);
        Assert.Equal("IMPORT_GONE", PlanTown.CodeOf((await other.QueryAsync($"{{ divisionImport(id: \"{id}\") {{ refusal {{ code }} }} }}")).GetProperty("divisionImport")));
        Assert.Equal("IMPORT_CHANGES_NOTHING", PlanTown.CodeOf(await PlanTown.ChangeAsync(
            _town.Manager, $"planDivisionImport(input: {{ divisionImport: \"{id}\", name: \"导入\", idempotencyKey: \"{PlanTown.Key()}\" }})")));
        var elsewhere = await _town.Server.SignInAsync(Role.GridManager, "140214002");
        Assert.Equal(HttpStatusCode.Forbidden, (await elsewhere.PostAsync("/api/boundaries/imports?area=3", new ByteArrayContent([]))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await _town.Manager.PostAsync("/api/boundaries/imports?area=1&tolerance=51", new ByteArrayContent([]))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await _town.Manager.PostAsync("/api/boundaries/imports?area=99", new ByteArrayContent([]))).StatusCode);
    }

    [Fact]
    public async Task A_plan_goes_out_as_files()
    {
        var plan = await _town.CreatePlanAsync();
        Assert.Null(PlanTown.CodeOf(await plan.ApplyAsync("{ reassign: { atoms: [204], grid: 14 } }", "{ renumber: { grid: 17, code: \"140214000006017\", name: \"=东, \\\"新\\\"\" } }")));
        var csv = Encoding.UTF8.GetString(await ExportAsync($"plans/{plan.Id}/changes.csv"));
        Assert.StartsWith("\uFEFF变化 change,", csv, StringComparison.Ordinal);
        Assert.Equal(5, csv.Split("\r\n").Length);
        Assert.Contains("\"'=东, \"\"新\"\"\"", csv, StringComparison.Ordinal);
        var features = JsonDocument.Parse(await ExportAsync($"plans/{plan.Id}/changes.geojson")).RootElement.GetProperty("features");
        Assert.Equal(3, features.GetArrayLength());
        Assert.True((await ExportAsync($"plans/{plan.Id}/changes.gpkg")).AsSpan().StartsWith("SQLite format 3"u8));
        Assert.Equal(HttpStatusCode.NotFound, (await _town.Manager.GetAsync("/api/boundaries/plans/99/changes.csv")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _town.Server.Connect(null).GetAsync($"/api/boundaries/plans/{plan.Id}/changes.csv")).StatusCode);
    }

    private static Geometry Box(double west, double south, double east, double north) => Lattice.Factory.ToGeometry(new Envelope(west, east, south, north));

    private static Geometry Combine(Geometry shape, Geometry piece, SpatialFunction function) => OverlayNG.Overlay(shape, piece, function, Lattice.Precision);

    private static IEnumerable<JsonElement> Defects(JsonElement report, string kind) =>
        report.GetProperty("defects").EnumerateArray().Where(defect => defect.GetProperty("kind").GetString() == kind);

    /// <summary>One defect of the kind lies in what was planted, and has its area.</summary>
    private static void AssertTold(JsonElement report, string kind, Geometry planted)
    {
        var told = Assert.Single(Defects(report, kind), defect => defect.GetProperty("place") is { ValueKind: JsonValueKind.Object } place && planted.Distance(
            Lattice.Factory.CreatePoint(new Coordinate(place.GetProperty("longitude").GetDouble(), place.GetProperty("latitude").GetDouble()))) < 2e-7);
        Assert.InRange(told.GetProperty("squareMeters").GetDouble() / Ellipsoid.AreaSquareMeters(planted), 0.99, 1.01);
    }

    /// <summary>The grids of the plan are a mosaic of the land by cancellation of segments, and their areas are as the report says.</summary>
    private async Task AssertPlannedAsync(JsonElement report, PlanHandle plan)
    {
        var told = report.GetProperty("grids").EnumerateArray().ToDictionary(grid => grid.GetProperty("code").GetString()!);
        var before = await ShapesAsync("areas/1/grids.geojson");
        var after = new Dictionary<string, Geometry>(before);
        foreach (var (code, shape) in await ShapesAsync($"plans/{plan.Id}/changes.geojson"))
        {
            after[code] = shape;
        }

        Assert.Empty(SegmentCancellation.LeftOver(after.Values, OverlayNGRobust.Union(before.Values)));
        Assert.All(after, grid => Assert.Equal(told[grid.Key].GetProperty("squareMeters").GetDouble(), Ellipsoid.AreaSquareMeters(grid.Value), 0.01));
    }

    private async Task<Dictionary<string, Geometry>> ShapesAsync(string what) => JsonDocument.Parse(await ExportAsync(what)).RootElement.GetProperty("features").EnumerateArray()
        .ToDictionary(feature => feature.GetProperty("properties").GetProperty("code").GetString()!, Geometry (feature) => ImportFiles.Read(feature.GetProperty("geometry")));

    private async Task<PlanHandle> PlanAsync(string import)
    {
        var made = await PlanTown.ChangeAsync(_town.Manager, $"planDivisionImport(input: {{ divisionImport: \"{import}\", name: \"导入\", idempotencyKey: \"{PlanTown.Key()}\" }})");
        Assert.Null(PlanTown.CodeOf(made));
        return new PlanHandle(_town, _town.Manager, made.GetProperty("plan").GetProperty("id").GetString()!, made.GetProperty("plan").GetProperty("version").GetInt32());
    }

    private async Task<byte[]> ExportAsync(string what)
    {
        using var answer = await _town.Manager.GetAsync($"/api/boundaries/{what}");
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private async Task<string> SendAsync(byte[] file, string area = "1")
    {
        using var answer = await _town.Manager.PostAsync($"/api/boundaries/imports?area={area}&name=file", new ByteArrayContent(file));
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    /// <summary>The import once it is no longer under way.</summary>
    private async Task<JsonElement> EndAsync(string id)
    {
        while (true)
        {
            var import = (await _town.Manager.QueryAsync($"{{ divisionImport(id: \"{id}\") {{ divisionImport {{ id state step share refusal {{ code }} {Report} }} }} }}"))
                .GetProperty("divisionImport").GetProperty("divisionImport");
            if (import.GetProperty("state").GetString() != "RUNNING")
            {
                return import;
            }

            await Task.Delay(20);
        }
    }
}
