using GridMap.Districts.Demo;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;

namespace GridMap.Districts.Tests.Demo;

public sealed class BuildingTests(SmallDistricts districts) : IClassFixture<SmallDistricts>
{
    // Two lattice cells: what snapping may add.
    private const double SliverSquareDegrees = 2e-13;

    public static TheoryData<long> Seeds => new(7, 8);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Footprints_are_simple_polygons_inside_the_district(long seed)
    {
        var draft = Draft(seed);
        var extent = PreparedGeometryFactory.Prepare(draft.Extent);
        Assert.All(draft.Buildings, building => Assert.True(building.Footprint.IsValid && extent.Covers(building.Footprint)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Buildings_do_not_overlap(long seed)
    {
        var draft = Draft(seed);
        var index = Index(draft);
        var overlapping = draft.Buildings.Where(building => index.Query(building.Footprint.EnvelopeInternal)
            .Any(other => other != building && other.Footprint.Intersection(building.Footprint).Area > SliverSquareDegrees));
        Assert.Empty(overlapping);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_road_leads_through_a_building(long seed)
    {
        var draft = Draft(seed);
        var index = Index(draft);
        var blocked = draft.Roads.Where(road => index.Query(road.Course.EnvelopeInternal)
            .Any(building => building.Footprint.Intersection(road.Course).Length > 1e-7));
        Assert.Empty(blocked);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_building_stands_in_the_water(long seed)
    {
        var draft = Draft(seed);
        var index = Index(draft);
        Assert.DoesNotContain(draft.Waters, water => index.Query(water.Shape.EnvelopeInternal).Any(building => building.Footprint.Intersects(water.Shape)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_entrance_is_on_the_wall(long seed) =>
        Assert.All(Draft(seed).Buildings, building => Assert.True(building.Footprint.Boundary.Distance(building.Entrance) < 3e-7));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Counts_agree_with_each_other(long seed) =>
        Assert.All(Draft(seed).Buildings, building =>
        {
            Assert.True(building.Levels > 0);
            Assert.InRange(building.Persons, building.Households, building.Households * 4);
            Assert.InRange(building.Elders, 0, building.Persons);
            Assert.Equal(building.Use == "residential", building.Households > 0);
        });

    [Theory]
    [InlineData(DemoScale.Small, 40)]
    [InlineData(DemoScale.District, 810)]
    public void Households_suit_300_to_500_a_grid(DemoScale scale, int grids)
    {
        var households = DemoDistrict.Draw(scale, 7).Buildings.Sum(building => building.Households);
        Assert.InRange(households, grids * 395, grids * 415);
    }

    private static STRtree<BuildingDraft> Index(DistrictDraft draft)
    {
        STRtree<BuildingDraft> index = new();
        foreach (var building in draft.Buildings)
        {
            index.Insert(building.Footprint.EnvelopeInternal, building);
        }

        return index;
    }

    private DistrictDraft Draft(long seed) => seed == 7 ? districts.Seven : districts.Eight;
}
