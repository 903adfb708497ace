using System.Text.Json;
using GridMap.Testing;

namespace GridMap.Server.Tests.Place;

[Collection(nameof(SmallDistrict))]
public sealed class PlaceQueriesTests(SmallDistrict district)
{
    [Fact]
    public async Task The_place_says_what_it_is()
    {
        var data = await district.Server.Client.QueryAsync("""
            { place {
                name nameEn source synthetic timeZone scale bounds { west south east north } centre { longitude latitude } serverTime
            } }
            """);
        Assert.Equal(
            """{"name":"测试区","nameEn":"Test District","source":"DEMO","synthetic":true,"timeZone":"Asia/Shanghai","scale":"small","bounds":{"west":113,"south":40,"east":113.03,"north":40.01},"centre":{"longitude":113.015,"latitude":40.005},"serverTime":"2026-06-03T02:00:00Z"}""",
            data.GetProperty("place").GetRawText());
    }

    [Fact]
    public async Task It_names_who_made_its_data_and_its_program()
    {
        var place = (await district.Server.Client.QueryAsync("{ place { attribution licence version } }")).GetProperty("place");
        Assert.All(place.EnumerateObject(), part => Assert.NotEmpty(part.Value.GetString()!));
    }

    [Fact]
    public async Task It_is_counted_as_the_JSON_interface_counts_it()
    {
        var data = await district.Server.Client.QueryAsync(
            "{ place { counts { grids communities subdistricts households persons compounds buildings facilities patrols patrolPoints } } }");
        var counted = (await district.ReadAsync("/api/place")).GetProperty("counts").GetRawText();
        Assert.Equal(counted, data.GetProperty("place").GetProperty("counts").GetRawText());
    }

    [Fact]
    public async Task Before_a_district_exists_there_is_no_place()
    {
        await using var empty = await TestDatabase.CreateAsync();
        await using var server = await TestServer.StartAsync(empty);
        Assert.Equal(JsonValueKind.Null, (await server.Client.QueryAsync("{ place { name } }")).GetProperty("place").ValueKind);
    }
}
