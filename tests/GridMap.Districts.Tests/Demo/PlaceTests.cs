using GridMap.Districts.Demo;

namespace GridMap.Districts.Tests.Demo;

public sealed class PlaceTests(SmallDistricts districts) : IClassFixture<SmallDistricts>
{
    private static readonly DistrictDraft District = DemoDistrict.Draw(DemoScale.District, 7);

    [Fact]
    public void The_district_has_the_published_numbers_of_compounds_stations_and_rest_stops()
    {
        Assert.Equal(347, District.Compounds.Count(compound => compound.Kind is "walled" or "open"));
        Assert.Equal(136, District.Facilities.Count(facility => facility.Kind == "party_service_station"));
        Assert.Equal(55, District.Facilities.Count(facility => facility.Kind == "courier_rest_stop"));
        Assert.Equal(15, District.SubdistrictSeeds.Count);
    }

    [Fact]
    public void No_name_is_given_twice()
    {
        AssertDistinct(District.Compounds.Select(compound => compound.Name));
        AssertDistinct(District.Facilities.Select(facility => facility.Code));
        AssertDistinct(District.SubdistrictSeeds.Select(seed => seed.Name));
    }

    [Fact]
    public void Services_are_codes_of_the_dictionary()
    {
        using var stream = typeof(DistrictDraft).Assembly.GetManifestResourceStream("data/services.json");
        var known = System.Text.Json.JsonDocument.Parse(stream!).RootElement.GetProperty("services").EnumerateArray().Select(service => service.GetProperty("code").GetString()).ToHashSet();
        Assert.All(District.Facilities, facility => Assert.Subset(known!, facility.Services.ToHashSet()));
        Assert.True(District.Facilities.SelectMany(facility => facility.Services).Distinct().Count() >= 12);
    }

    [Fact]
    public void Whole_quarters_have_no_station_nearby()
    {
        var stations = District.Facilities.Where(facility => facility.Kind == "party_service_station").Select(facility => facility.Position).ToList();
        var households = District.Buildings.Where(building => building.Households > 0).ToList();
        var far = households.Where(building => stations.TrueForAll(station => Core.Geography.Ellipsoid.DistanceMeters(station.Coordinate, building.Entrance.Coordinate) > 850));
        Assert.InRange(far.Sum(building => building.Households) / (double)households.Sum(building => building.Households), 0.03, 0.4);
    }

    [Fact]
    public void Shapes_of_land_and_water_are_valid() =>
        Assert.All(
            districts.Seven.Greens.Select(green => (NetTopologySuite.Geometries.Geometry)green.Shape)
                .Concat(districts.Seven.Waters.Select(water => water.Shape))
                .Concat(districts.Seven.Compounds.Select(compound => compound.Shape))
                .Append(districts.Seven.Extent),
            shape => Assert.True(shape.IsValid && !shape.IsEmpty));

    [Fact]
    public void Compounds_do_not_overlap()
    {
        var shapes = districts.Seven.Compounds.Select(compound => compound.Shape).ToList();
        for (var i = 0; i < shapes.Count; i++)
        {
            Assert.DoesNotContain(shapes.Skip(i + 1), other => other.Intersection(shapes[i]).Area > 2e-13);
        }
    }

    private static void AssertDistinct(IEnumerable<string> names) => Assert.Empty(names.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key));
}
