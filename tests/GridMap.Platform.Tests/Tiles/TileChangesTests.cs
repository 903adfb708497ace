using System.Text.Json;
using GridMap.Platform.Live;
using GridMap.Platform.Tiles;

namespace GridMap.Platform.Tests.Tiles;

public sealed class TileChangesTests
{
    private readonly TileChanges _changes = new(TileCatalogue.Load());

    [Fact]
    public void A_changed_facility_makes_stale_the_facilities_around_it_only()
    {
        var stale = Assert.Single(_changes.Stale([Changed("facility", 1)]));
        Assert.Equal("facilities", stale.Layer.Id);
        Assert.Equal((1.0, 1.5), (stale.Bounds!.MinX, stale.Bounds.MaxX));
    }

    [Theory]
    [InlineData("grid", "grids")]
    [InlineData("area", "areas")]
    public void A_changed_grid_makes_stale_the_grids_and_an_area_above_it_the_areas(string topic, string layer) =>
        Assert.Equal(layer, Assert.Single(_changes.Stale([Changed(topic, 1)])).Layer.Id);

    [Fact]
    public void An_incident_makes_no_tile_stale() => Assert.Empty(_changes.Stale([Changed("incident", 1)]));

    [Fact]
    public void Another_place_makes_everything_stale_wherever_the_old_one_was()
    {
        var stale = _changes.Stale([Changed("place", 1)]).ToList();
        Assert.Equal(9, stale.Count);
        Assert.All(stale, one => Assert.Null(one.Bounds));
    }

    [Fact]
    public void Clients_are_told_each_spot_once()
    {
        var items = _changes.Derive([Changed("facility", 1), Changed("facility", 1), Changed("facility", 3)]).ToList();
        Assert.Equal([[1, 1, 1.5, 1.5], [3, 3, 3.5, 3.5]], items.Select(BoundsOf));
        Assert.All(items, item => Assert.Equal(("tiles", "facilities"), (item.Topic, item.Id)));
    }

    [Fact]
    public void Clients_are_told_one_envelope_around_many_spots()
    {
        var item = Assert.Single(_changes.Derive([.. Enumerable.Range(0, 40).Select(at => Changed("facility", at))]));
        Assert.Equal([0, 0, 39.5, 39.5], BoundsOf(item));
    }

    [Fact]
    public void A_change_without_a_place_concerns_the_whole_layer()
    {
        var item = Assert.Single(_changes.Derive([Changed("facility", 1), Changed("facility", 1) with { Bounds = null }]));
        Assert.Equal([-180, -90, 180, 90], BoundsOf(item));
    }

    private static Change Changed(string topic, double at) =>
        new(1, 1, topic, "1", ChangeOperation.Upsert, null, new Bounds(at, at, at + 0.5, at + 0.5));

    private static double[] BoundsOf(ChangeItem item) =>
        [.. JsonDocument.Parse(item.Data!).RootElement.GetProperty("bounds").EnumerateArray().Select(number => number.GetDouble())];
}
