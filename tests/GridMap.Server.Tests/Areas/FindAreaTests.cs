using System.Net;
using System.Text.Json;

namespace GridMap.Server.Tests.Areas;

[Collection(nameof(SmallDistrict))]
public sealed class FindAreaTests(SmallDistrict district)
{
    [Fact]
    public async Task A_grid_says_everything_of_its_card()
    {
        var grid = await district.ReadAsync("/api/areas/11");
        Assert.Equal(
            """{"id":11,"level":"grid","code":"140214001001001","name":"第一网格","nameEn":null,"headName":"钱网格长","path":[{"id":1,"level":"district","name":"测试区"},{"id":2,"level":"subdistrict","name":"和平街道"},{"id":3,"level":"community","name":"东风社区"},{"id":11,"level":"grid","name":"第一网格"}],"households":400,"persons":1000,"elders":200,"buildings":1,"areaSquareMeters":947000,"labelPoint":[113.005,40.005],"bounds":[113,40,113.01,40.01],"openIncidents":1,"patrols":{"total":2,"onDuty":1},"facilities":1,"patrolPoints":1,"lastCheckInAt":"2026-06-02T16:00:01+00:00","children":0}""",
            grid.GetRawText());
    }

    [Theory]
    [InlineData(1, 2, 2, 1, 4, 2, 1)]
    [InlineData(2, 2, 2, 1, 4, 2, 2)]
    [InlineData(3, 1, 2, 1, 2, 1, 2)]
    [InlineData(4, 1, 0, 0, 2, 1, 1)]
    [InlineData(13, 1, 0, 0, 2, 1, 0)]
    public async Task What_lies_in_its_grids_is_counted_at_every_level(
        int id, int incidents, int patrols, int onDuty, int facilities, int points, int children)
    {
        var area = await district.ReadAsync($"/api/areas/{id}");
        Assert.Equal(
            (incidents, patrols, onDuty, facilities, points, children),
            (Count(area, "openIncidents"), Count(area.GetProperty("patrols"), "total"), Count(area.GetProperty("patrols"), "onDuty"),
                Count(area, "facilities"), Count(area, "patrolPoints"), Count(area, "children")));
    }

    [Fact]
    public async Task It_has_the_name_it_has_now()
    {
        var area = await district.ReadAsync("/api/areas/13");
        Assert.Equal("第三网格", area.GetProperty("name").GetString());
        Assert.Equal(4, area.GetProperty("path").GetArrayLength());
    }

    [Theory]
    [InlineData("5")]
    [InlineData("2147483647")]
    public async Task An_id_nobody_has_is_unknown(string id) =>
        Assert.Equal("AREA_UNKNOWN", await district.RefusalAsync(HttpStatusCode.NotFound, $"/api/areas/{id}"));

    private static int Count(JsonElement of, string property) => of.GetProperty(property).GetInt32();
}
