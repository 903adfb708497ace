using GridMap.Platform.Tiles;

namespace GridMap.Platform.Tests.Tiles;

public sealed class TileCatalogueTests(TileTown town) : IClassFixture<TileTown>
{
    private readonly TileCatalogue _catalogue = TileCatalogue.Load();

    [Fact]
    public void The_layers_are_listed_in_drawing_order() => Assert.Equal(
        ["green", "water", "compounds", "buildings", "roads", "grids", "areas", "patrol_points", "facilities"],
        _catalogue.Layers.Select(layer => layer.Id));

    [Fact]
    public async Task Every_layer_has_its_function_in_the_database()
    {
        foreach (var layer in _catalogue.Layers)
        {
            Assert.True(await town.AskAsync<bool>($"SELECT to_regprocedure('{layer.Function}(integer, integer, integer)') IS NOT NULL"), layer.Id);
        }
    }

    [Fact]
    public async Task A_tile_has_the_parts_and_properties_the_catalogue_promises_and_no_others()
    {
        foreach (var layer in _catalogue.Layers)
        {
            var parts = VectorTile.Read(await town.TileAsync(layer.Id, 14, 13344, 6201)).Layers;
            Assert.All(parts, part =>
            {
                var promised = layer.Parts.Single(entry => entry.Id == part.Name).Fields.Keys;
                Assert.Empty(part.Features.SelectMany(feature => feature.Properties.Keys).Except(promised));
            });
        }
    }

    [Fact]
    public void Every_colour_of_a_legend_is_in_every_theme()
    {
        var themes = MapThemes.Load();
        foreach (var color in _catalogue.Layers.SelectMany(layer => layer.Legend).Select(entry => entry.Color))
        {
            Assert.All(MapThemes.Names, theme => Assert.Matches("^#[0-9a-f]{6}$", themes.Color(theme, color)));
        }
    }

    [Fact]
    public void A_layer_whose_function_is_not_a_plain_name_is_not_admitted()
    {
        var hostile = _catalogue.Layers[0] with { Function = "tile_x(1,1,1); DROP TABLE place; --" };
        Assert.Throws<InvalidDataException>(() => new TileCatalogue([hostile]));
    }
}
