using System.Globalization;
using System.Runtime.CompilerServices;

namespace GridMap.Platform.Tests.Tiles;

/// <summary>Decoded tiles of the town, kept as text. `GRIDMAP_BLESS=1` writes them anew: read the difference before committing it.</summary>
public sealed class TileSnapshotTests(TileTown town) : IClassFixture<TileTown>
{
    [Theory]
    [InlineData("areas", 9, 417, 193)]
    [InlineData("areas", 13, 6672, 3100)]
    [InlineData("grids", 10, 834, 387)]
    [InlineData("grids", 14, 13344, 6201)]
    [InlineData("roads", 11, 1668, 775)]
    [InlineData("roads", 14, 13344, 6201)]
    [InlineData("water", 12, 3336, 1550)]
    [InlineData("green", 12, 3336, 1550)]
    [InlineData("compounds", 14, 13344, 6201)]
    [InlineData("buildings", 13, 6672, 3100)]
    [InlineData("buildings", 15, 26688, 12403)]
    [InlineData("facilities", 14, 13344, 6201)]
    [InlineData("patrol_points", 14, 13344, 6201)]
    public async Task A_tile_is_what_it_was(string layer, int zoom, int column, int row)
    {
        var tile = VectorTile.Read(await town.TileAsync(layer, zoom, column, row));
        var text = string.Join('\n', tile.Layers.SelectMany(part => part.Features.Select(feature => feature.ToString()).Prepend($"{part.Name} {part.Extent}"))) + "\n";
        var name = string.Create(CultureInfo.InvariantCulture, $"{layer}-{zoom}-{column}-{row}.txt");
        if (Environment.GetEnvironmentVariable("GRIDMAP_BLESS") is not null)
        {
            await File.WriteAllTextAsync(Path.Combine(Folder(), name), text);
        }

        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(Folder(), name)), text);
    }

    [Theory]
    [InlineData("areas", 13, 6672, 3100)]
    [InlineData("grids", 14, 13344, 6201)]
    [InlineData("roads", 14, 13344, 6201)]
    public async Task The_same_tile_made_again_after_a_full_refresh_has_the_same_bytes(string layer, int zoom, int column, int row)
    {
        var first = await town.TileAsync(layer, zoom, column, row);
        await town.ExecuteAsync("SELECT refresh_tile_geometry()");
        Assert.Equal(first, await town.TileAsync(layer, zoom, column, row));
    }

    [Theory]
    [InlineData("areas")]
    [InlineData("grids")]
    [InlineData("green")]
    [InlineData("water")]
    [InlineData("compounds")]
    [InlineData("buildings")]
    [InlineData("roads")]
    [InlineData("facilities")]
    [InlineData("patrol_points")]
    public async Task Where_nothing_lies_a_tile_has_no_bytes(string layer) => Assert.Empty(await town.TileAsync(layer, 14, 100, 100));

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "snapshots");
}
