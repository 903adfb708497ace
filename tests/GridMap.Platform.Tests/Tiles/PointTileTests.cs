using GridMap.Platform.Tiles;

namespace GridMap.Platform.Tests.Tiles;

public sealed class PointTileTests
{
    [Fact]
    public void Each_cell_that_is_not_empty_is_a_point_in_its_middle_with_its_count()
    {
        var counts = new int[64 * 64];
        (counts[0], counts[63], counts[(63 * 64) + 5], counts[64]) = (1, 300_000_000, 20_000, 1);
        var layer = Assert.Single(VectorTile.Read(PointTile.Encode("heat", counts, 64)).Layers);
        Assert.Equal("heat", layer.Name);
        Assert.Equal(4096, layer.Extent);
        Assert.Equal(
            ["32 32 1", "4064 32 300000000", "32 96 1", "352 4064 20000"],
            layer.Features.Select(feature => $"{feature.Paths[0][0].X} {feature.Paths[0][0].Y} {feature.Properties["n"]}"));
    }

    [Fact]
    public void A_tile_without_anything_is_empty() => Assert.Empty(PointTile.Encode("heat", new int[64 * 64], 64));

    [Fact]
    public void Counts_of_another_size_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => PointTile.Encode("heat", [1, 2], 2));
}
