using System.Net;
using System.Text.Json;
using GridMap.Testing;

namespace GridMap.Server.Tests.Place;

[Collection(nameof(SmallDistrict))]
public sealed class FindPlaceTests(SmallDistrict district)
{
    [Fact]
    public async Task The_place_says_what_it_is_and_how_much_there_is()
    {
        var place = await district.ReadAsync("/api/place");
        Assert.Equal("测试区", place.GetProperty("name").GetString());
        Assert.Equal("Test District", place.GetProperty("nameEn").GetString());
        Assert.Equal("demo", place.GetProperty("source").GetString());
        Assert.True(place.GetProperty("synthetic").GetBoolean());
        Assert.Equal("Asia/Shanghai", place.GetProperty("timeZone").GetString());
        Assert.Equal("[113,40,113.03,40.01]", place.GetProperty("bounds").GetRawText());
        Assert.Equal("[113.015,40.005]", place.GetProperty("centre").GetRawText());
        Assert.Equal(
            """{"grids":3,"communities":2,"subdistricts":1,"households":1200,"persons":3000,"compounds":1,"buildings":2,"facilities":5,"patrols":3,"patrolPoints":3}""",
            place.GetProperty("counts").GetRawText());
        Assert.Equal(SmallDistrict.Now, place.GetProperty("serverTime").GetDateTimeOffset());
        Assert.NotEmpty(place.GetProperty("version").GetString()!);
    }

    [Fact]
    public async Task Before_a_district_exists_the_place_is_missing_and_lists_are_empty()
    {
        await using var empty = await TestDatabase.CreateAsync();
        await using var server = await TestServer.StartAsync(empty);
        var answer = await server.Client.GetAsync("/api/place");
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("PLACE_MISSING", problem.GetProperty("code").GetString());
        var lists = await server.Client.QueryAsync("""{ incidents(filter: {isOpen: true}) { totalCount nodes { id } } search(text: "1") { id } }""");
        Assert.Equal("""{"incidents":{"totalCount":0,"nodes":[]},"search":[]}""", lists.GetRawText());
        Assert.Equal("""{"version":null,"items":[]}""", await server.Client.GetStringAsync("/api/incident-classes"));
    }
}
