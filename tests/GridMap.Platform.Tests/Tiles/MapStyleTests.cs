using System.Text.Json.Nodes;
using GridMap.Platform.Tiles;

namespace GridMap.Platform.Tests.Tiles;

public sealed class MapStyleTests
{
    private static readonly TileCatalogue Catalogue = TileCatalogue.Load();

    private static readonly TilePlace Place = new("瓦片区", "Tile District", true, "合成数据 Synthetic data", "CC0-1.0", 113.2, 40, 113.24, 40.04, 113.22, 40.02);

    private readonly MapStyle _style = new(Catalogue, MapThemes.Load());

    public static TheoryData<string, string> Editions => new() { { "dark", "zh" }, { "dark", "en" }, { "light", "zh" }, { "light", "en" } };

    [Theory]
    [MemberData(nameof(Editions))]
    public void Every_layer_draws_a_part_the_catalogue_has(string theme, string language)
    {
        foreach (var layer in Layers(theme, language).Where(layer => layer["source"] is not null))
        {
            var source = Catalogue.Find(layer["source"]!.GetValue<string>());
            Assert.NotNull(source);
            Assert.Contains(source.Parts, part => part.Id == layer["source-layer"]!.GetValue<string>());
            Assert.StartsWith(source.Id + "/", layer["id"]!.GetValue<string>(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public void No_token_is_left_over(string theme, string language) =>
        Assert.DoesNotContain("\"@", Compose(theme, language).ToJsonString(), StringComparison.Ordinal);

    [Fact]
    public void Layer_ids_are_unique()
    {
        var ids = Layers("dark", "zh").Select(layer => layer["id"]!.GetValue<string>()).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void There_is_no_address_of_glyphs_so_that_every_script_comes_from_system_fonts()
    {
        Assert.Null(Compose("dark", "zh")["glyphs"]);
        Assert.All(
            Layers("dark", "zh").Where(layer => layer["layout"]?["text-field"] is not null),
            layer => Assert.Contains("Noto Sans CJK SC", layer["layout"]!["text-font"]!.ToJsonString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Sources_name_this_server_and_carry_the_attribution()
    {
        var source = Compose("light", "en")["sources"]!["grids"]!;
        Assert.Equal("http://map.test/tiles/grids/{z}/{x}/{y}.mvt", source["tiles"]![0]!.GetValue<string>());
        Assert.Equal(Place.Attribution, source["attribution"]!.GetValue<string>());
    }

    [Fact]
    public void The_style_says_that_the_place_is_invented() => Assert.True(Compose("dark", "zh")["metadata"]!["synthetic"]!.GetValue<bool>());

    [Theory]
    [InlineData("blue", "zh")]
    [InlineData("dark", "fr")]
    [InlineData("", "")]
    [InlineData("../dark", "zh")]
    public void An_unknown_theme_or_language_is_refused(string theme, string language) =>
        Assert.Equal("STYLE_UNKNOWN", _style.Compose(theme, language, Place, "http://map.test").Refusal?.Code);

    private JsonObject Compose(string theme, string language) => _style.Compose(theme, language, Place, "http://map.test").Value;

    private IEnumerable<JsonNode> Layers(string theme, string language) => Compose(theme, language)["layers"]!.AsArray().OfType<JsonNode>();
}
