using System.Text.Json;

namespace GridMap.Server.Tests.Facilities;

[Collection(nameof(SmallDistrict))]
public sealed class FacilityQueriesTests(SmallDistrict district)
{
    private HttpClient Client => district.Server.Client;

    [Fact]
    public async Task A_facility_tells_what_it_offers_and_when()
    {
        var data = await Client.QueryAsync("""
            { facility(code: "DQ-001") {
                id kind { code name nameEn } name nameEn address openingHours isOpen capacity status position { longitude latitude } grid { name }
                services { service { code name nameEn } openingHours isOpen }
            } }
            """);
        Assert.Equal(
            """{"id":"1","kind":{"code":"party_station","name":"党群服务站","nameEn":"Party station"},"name":"东风党群服务站","nameEn":"Dongfeng Station","address":"和平路8号","openingHours":"Mo-Fr 08:30-18:00","isOpen":true,"capacity":40,"status":"OPEN","position":{"longitude":113.006,"latitude":40.006},"grid":{"name":"第一网格"},"services":[{"service":{"code":"legal","name":"法律咨询","nameEn":"Legal advice"},"openingHours":"We 09:00-11:00","isOpen":true},{"service":{"code":"water","name":"饮水","nameEn":"Drinking water"},"openingHours":null,"isOpen":true}]}""",
            data.GetProperty("facility").GetRawText());
    }

    [Theory]
    [InlineData("{}", "DQ-001,DQ-002,DQ-003,DQ-004,DQ-005")]
    [InlineData("{ kinds: [\"party_station\"] }", "DQ-001")]
    [InlineData("{ services: [\"water\", \"none\"] }", "DQ-001")]
    [InlineData("{ statuses: [SUSPENDED, CLOSED] }", "DQ-002")]
    [InlineData("{ within: 3 }", "DQ-001,DQ-002")]
    [InlineData("{ within: 13 }", "DQ-004,DQ-005")]
    [InlineData("{ within: 99 }", "")]
    [InlineData("{ bounds: { west: 113, south: 40, east: 113.01, north: 40.01 } }", "DQ-001")]
    [InlineData("{ polygon: { type: \"Polygon\", coordinates: [[[113.02, 40], [113.03, 40], [113.03, 40.02], [113.02, 40]]] } }", "DQ-004,DQ-005")]
    [InlineData("{ text: \"100%\" }", "DQ-003")]
    [InlineData("{ text: \"dq-00\" }", "DQ-001,DQ-002,DQ-003,DQ-004,DQ-005")]
    // The third of June is a public holiday, and it is a Wednesday; hours that are not understood are never open.
    [InlineData("{ openAt: \"2026-06-03T10:00:00+08:00\" }", "DQ-001")]
    [InlineData("{ openAt: \"2026-06-02T08:45:00+08:00\" }", "DQ-001,DQ-004,DQ-005")]
    [InlineData("{ openAt: \"2026-06-02T21:00:00+08:00\" }", "DQ-004")]
    public async Task Facilities_are_kept_by_what_is_asked(string filter, string codes)
    {
        var data = await Client.QueryAsync($"{{ facilities(filter: {filter}) {{ totalCount nodes {{ code }} }} }}");
        var found = data.GetProperty("facilities").GetProperty("nodes").EnumerateArray().Select(facility => facility.GetProperty("code").GetString()).ToArray();
        Assert.Equal(codes, string.Join(',', found));
        Assert.Equal(found.Length, data.GetProperty("facilities").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task A_shape_may_come_as_a_variable()
    {
        var data = await Client.QueryAsync("query ($shape: GeoJSON) { facilities(filter: { polygon: $shape }) { nodes { code } } }", new
        {
            shape = new { type = "MultiPolygon", coordinates = new[] { new[] { new[] { new[] { 113.0, 40 }, [113.01, 40], [113.01, 40.02], [113.0, 40] } } } },
        });
        Assert.Equal("DQ-001", data.GetProperty("facilities").GetProperty("nodes")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_nearest_in_a_straight_line_come_first()
    {
        var data = await Client.QueryAsync("""
            { nearestFacilities(position: { longitude: 113.006, latitude: 40.006 }, by: STRAIGHT_LINE, limit: 2) { facility { code } distanceMeters walkSeconds } }
            """);
        var near = data.GetProperty("nearestFacilities");
        Assert.Equal(["DQ-001", "DQ-002"], near.EnumerateArray().Select(found => found.GetProperty("facility").GetProperty("code").GetString()!));
        Assert.Equal(0, near[0].GetProperty("distanceMeters").GetDouble(), 3);
        Assert.Equal(JsonValueKind.Null, near[0].GetProperty("walkSeconds").ValueKind);
    }

    [Fact]
    public async Task The_nearest_on_foot_are_those_with_the_shortest_way()
    {
        await using var district = await NearbyDistrict.StartAsync();
        var data = await district.Server.Client.QueryAsync("""
            { nearestFacilities(position: { longitude: 113.001, latitude: 40.001 }, limit: 5) { facility { code } distanceMeters walkSeconds } }
            """);
        var near = data.GetProperty("nearestFacilities").EnumerateArray().ToList();
        // Across the wall it is 85 m, but one walks 1 000 s round it; what no way leads to is left out.
        Assert.Equal(["ROUND", "ACROSS"], near.Select(found => found.GetProperty("facility").GetProperty("code").GetString()!));
        Assert.Equal(500, near[0].GetProperty("walkSeconds").GetDouble(), 3);
        Assert.Equal(1000, near[1].GetProperty("walkSeconds").GetDouble(), 3);
        Assert.InRange(near[1].GetProperty("distanceMeters").GetDouble(), 84, 87);
    }

    [Fact]
    public async Task Facilities_hang_on_every_level_of_the_tree()
    {
        var data = await Client.QueryAsync("{ area(id: 1) { facilities { code } children { children { facilities { code } } } } }");
        Assert.Equal(
            """{"facilities":[{"code":"DQ-001"},{"code":"DQ-002"},{"code":"DQ-004"},{"code":"DQ-005"}],"children":[{"children":[{"facilities":[{"code":"DQ-001"},{"code":"DQ-002"}]},{"facilities":[{"code":"DQ-004"},{"code":"DQ-005"}]}]}]}""",
            data.GetProperty("area").GetRawText());
    }

    [Theory]
    [InlineData("{ facility { code } }", "FACILITY_KEY_MISSING")]
    [InlineData("{ facility(id: 0) { code } }", "ID_MALFORMED")]
    [InlineData("{ facilities(filter: { within: \"x\" }) { totalCount } }", "ID_MALFORMED")]
    [InlineData("{ nearestFacilities(position: { longitude: 113, latitude: 40 }, limit: 51) { distanceMeters } }", "LIMIT_OUT_OF_RANGE")]
    [InlineData("{ nearestFacilities(position: { longitude: 0, latitude: 0 }) { distanceMeters } }", "POSITION_NOT_LINKABLE")]
    [InlineData("{ facilities(filter: { polygon: { type: \"Point\", coordinates: [1, 2] } }) { totalCount } }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("{ facilities(filter: { polygon: { type: \"Polygon\", coordinates: [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]] } }) { totalCount } }", "GRAPHQL_VALIDATION_FAILED")]
    public async Task What_makes_no_sense_is_refused(string query, string code) => Assert.Equal(code, await Client.ErrorCodeAsync(query));
}
