using GridMap.Districts.Osm;
using GridMap.Testing;
using NetTopologySuite.Geometries;

namespace GridMap.Districts.Tests.Osm;

/// <summary>The draft of the hand-laid fixture, read once through osm2pgsql.</summary>
public sealed class YunquanDraft : IAsyncLifetime
{
    public DistrictDraft Draft { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await using var database = await TestDatabase.CreateAsync(migrate: false);
        await using var extension = database.DataSource.CreateCommand("CREATE EXTENSION postgis");
        await extension.ExecuteNonQueryAsync();
        var import = new ImportOsm(database.ConnectionString);
        Draft = (await import.RunAsync(OsmFiles.Fixture, new OsmPlaceOptions(), new HeardStages(), CancellationToken.None)).Value;
    }

    public Task DisposeAsync() => Task.CompletedTask;
}

public sealed class ImportOsmTests(YunquanDraft yunquan) : IClassFixture<YunquanDraft>
{
    private readonly DistrictDraft _draft = yunquan.Draft;

    [Fact]
    public void The_place_is_named_after_its_complete_boundary_and_carries_the_licence()
    {
        Assert.Equal("云泉区", _draft.Place.Name);
        Assert.Equal("Yunquan", _draft.Place.NameEnglish);
        Assert.Equal("Asia/Shanghai", _draft.Place.TimeZone);
        Assert.Equal(("osm", false), (_draft.Place.Source, _draft.Place.Synthetic));
        Assert.Equal(("© OpenStreetMap contributors", "ODbL 1.0"), (_draft.Place.Attribution, _draft.Place.Licence));
    }

    [Fact]
    public void Streets_that_share_a_node_share_a_vertex_and_a_bridge_above_a_street_does_not()
    {
        var yingbin = Road("迎宾街").Course;
        var wenying = Road("文瀛路").Course;
        var bridge = Assert.Single(_draft.Roads, road => road.IsBridge).Course;
        Assert.Contains(wenying.StartPoint.Coordinate, yingbin.Coordinates);
        Assert.True(bridge.Crosses(wenying));
        Assert.Empty(bridge.Coordinates.Intersect(wenying.Coordinates));
    }

    [Theory]
    [InlineData("迎宾街", "secondary", true)]
    [InlineData("文瀛路", "residential", true)]
    [InlineData("东环巷", "residential", true)]
    [InlineData("环城高速", "motorway", false)]
    public void A_named_road_has_its_class_and_is_walkable_or_not(string name, string roadClass, bool isWalkable)
    {
        var road = Road(name);
        Assert.Equal((roadClass, isWalkable), (road.Class, road.Walkable));
    }

    [Fact]
    public void Steps_are_walked_private_drives_and_tunnels_of_main_roads_are_not_and_proposed_roads_are_not_drawn()
    {
        Assert.True(Assert.Single(_draft.Roads, road => road.IsSteps).Walkable);
        Assert.False(Assert.Single(_draft.Roads, road => road.IsTunnel).Walkable);
        Assert.Single(_draft.Roads, road => road is { Class: "service", Walkable: false });
        Assert.Equal(12, _draft.Roads.Count);
    }

    [Fact]
    public void A_road_is_cut_where_it_leaves_the_extent_and_keeps_its_vertices_inside()
    {
        var yingbin = Road("迎宾街").Course;
        Assert.Equal(4, yingbin.NumPoints);
        Assert.True(_draft.Extent.Boundary.Distance(yingbin.StartPoint) < 2e-7);
    }

    [Theory]
    [InlineData("1号楼", 6)]
    [InlineData("文瀛路 8号", 5)]
    public void Households_are_estimated_from_footprint_and_levels(string name, int levels)
    {
        var building = Assert.Single(_draft.Buildings, building => building.Name == name);
        var floor = GridMap.Core.Geography.Ellipsoid.AreaSquareMeters(building.Footprint) * levels;
        Assert.Equal((levels, true, "residential"), (building.Levels, building.Estimated, building.Use));
        Assert.Equal((int)Math.Round(floor * 0.82 / 96), building.Households);
        Assert.InRange(building.Persons, 2 * building.Households, 3 * building.Households);
        Assert.InRange(building.Elders, 0, building.Persons);
    }

    [Fact]
    public void Counted_flats_outweigh_the_estimate_and_height_stands_in_for_levels()
    {
        Assert.Equal(44, Assert.Single(_draft.Buildings, building => !building.Estimated).Households);
        Assert.Equal(2, _draft.Buildings.Count(building => building.Levels == 6));
    }

    [Fact]
    public void A_multipolygon_keeps_its_courtyard_and_parts_under_an_outline_are_not_counted_twice()
    {
        Assert.Single(_draft.Buildings, building => building.Footprint.NumInteriorRings == 1);
        Assert.Equal(8, _draft.Buildings.Count);
    }

    [Fact]
    public void A_building_without_a_kind_follows_the_land_around_it()
    {
        Assert.Equal(0, Assert.Single(_draft.Buildings, building => building.Use == "industrial").Households);
        Assert.Single(_draft.Buildings, building => building.Use == "other");
    }

    [Fact]
    public void A_mapped_entrance_is_used_and_every_other_entrance_lies_on_its_wall()
    {
        Assert.Equal(new Coordinate(113.28117, 40.080468), Assert.Single(_draft.Buildings, building => building.Name == "1号楼").Entrance.Coordinate);
        Assert.All(_draft.Buildings, building => Assert.True(building.Footprint.ExteriorRing.Distance(building.Entrance) < 2e-7));
    }

    [Fact]
    public void Fenced_residential_land_is_a_walled_compound_whose_gates_lie_on_the_walking_network()
    {
        var compound = Assert.Single(_draft.Compounds, compound => compound.Name == "云泉家园");
        var vertices = _draft.Roads.Where(road => road.Walkable).SelectMany(road => road.Course.Coordinates).ToHashSet();
        Assert.Equal("walled", compound.Kind);
        Assert.NotEmpty(compound.Gates.Coordinates);
        Assert.All(compound.Gates.Coordinates, gate => Assert.Contains(gate, vertices));
        Assert.Equal(4, _draft.Buildings.Count(building => building.Compound == _draft.Compounds.ToList().IndexOf(compound)));
    }

    [Fact]
    public void Homes_that_stand_together_are_a_compound_named_by_street_and_numbers()
    {
        var compound = Assert.Single(_draft.Compounds, compound => compound.Kind == "open");
        Assert.Equal("文瀛路 8号–12号", compound.Name);
    }

    [Fact]
    public void Water_and_green_keep_kind_and_name()
    {
        Assert.Contains(_draft.Waters, water => water is { Kind: "lake", Name: "镜湖", Shape: Polygon });
        Assert.Contains(_draft.Waters, water => water is { Kind: "stream", Name: "御溪", Shape: LineString });
        Assert.Equal(("park", "明堂公园"), (Assert.Single(_draft.Greens).Kind, _draft.Greens[0].Name));
    }

    [Fact]
    public void Amenities_inside_become_facilities_under_their_own_names_and_candidate_sites()
    {
        Assert.Contains(_draft.Facilities, facility => facility is { Kind: "party_service_station", Name: "云泉社区中心", NameEnglish: "Yunquan Community Centre" });
        Assert.DoesNotContain(_draft.Facilities, facility => facility.Name == "外区图书馆");
        Assert.Contains(_draft.CandidateSites, site => site is { Kind: "clinic", Name: null });
        Assert.All(_draft.Facilities, facility => Assert.NotEmpty(facility.Services));
    }

    [Fact]
    public void Mapped_quarters_become_the_subdistricts() =>
        Assert.Equal(["西园", "东园"], _draft.SubdistrictSeeds.Select(seed => seed.Name));

    private RoadDraft Road(string name) => Assert.Single(_draft.Roads, road => road.Name == name);
}
