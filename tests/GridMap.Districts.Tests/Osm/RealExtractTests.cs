using GridMap.Districts.Osm;
using GridMap.Testing;

namespace GridMap.Districts.Tests.Osm;

/// <summary>The real extracts where they lie beside the working copy; elsewhere the hand-laid fixture has to do.</summary>
public sealed class RealExtractTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Theory]
    [InlineData("moscow.osm.gz", "Europe/Moscow", false)]
    [InlineData("monaco.osm.gz", "Europe/Monaco", true)]
    public async Task A_real_place_becomes_a_whole_draft(string name, string timeZone, bool hasSea)
    {
        var file = OsmFiles.FindReal(name) ?? OsmFiles.Fixture;
        var isReal = file != OsmFiles.Fixture;
        var draft = (await new ImportOsm(database.ConnectionString).RunAsync(file, new OsmPlaceOptions(), new HeardStages(), CancellationToken.None)).Value;

        Assert.Equal(isReal ? timeZone : "Asia/Shanghai", draft.Place.TimeZone);
        Assert.Equal(isReal && hasSea, draft.Waters.Any(water => water.Kind == "sea"));
        Assert.InRange(draft.Buildings.Sum(building => building.Households), isReal ? 10_000 : 100, 40_000);
        Assert.All(draft.Buildings, building => Assert.True(building.Footprint.IsValid && draft.Extent.Covers(building.Footprint.InteriorPoint)));
        Assert.All(draft.Compounds, compound => Assert.True(compound.Shape.IsValid));
        Assert.Empty(draft.Compounds.SelectMany((one, index) => draft.Compounds.Skip(index + 1).Where(other => one.Shape.Overlaps(other.Shape))));
        Assert.Equal(draft.Facilities.Count, draft.Facilities.Select(facility => facility.Code).Distinct().Count());
    }

    [Theory]
    [InlineData("osm.pbf")]
    [InlineData("osm.gz")]
    [InlineData("osm.bz2")]
    public async Task Every_format_gives_the_same_draft(string format)
    {
        using var files = new OsmFiles();
        var copy = files.Write($"copy.{format}", "");
        string[] convert = ["cat", OsmFiles.Fixture, "--overwrite", "--output-format", format.Replace("osm.pbf", "pbf", StringComparison.Ordinal), "--output", copy];
        var converted = await OsmTool.RunAsync("osmium", convert, new Dictionary<string, string>(), OsmFiles.Fixture, null, CancellationToken.None);
        Assert.Equal(0, converted?.ExitCode);

        var (one, other) = (await DraftAsync(OsmFiles.Fixture), await DraftAsync(copy));
        Assert.Equal(one.Buildings, other.Buildings);
        Assert.Equal(one.Roads, other.Roads);
        Assert.Equal(one.Place, other.Place);
    }

    private async Task<DistrictDraft> DraftAsync(string file) =>
        (await new ImportOsm(database.ConnectionString).RunAsync(file, new OsmPlaceOptions(), new HeardStages(), CancellationToken.None)).Value;
}
