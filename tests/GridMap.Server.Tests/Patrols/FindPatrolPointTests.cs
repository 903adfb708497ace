using System.Net;

namespace GridMap.Server.Tests.Patrols;

[Collection(nameof(SmallDistrict))]
public sealed class FindPatrolPointTests(SmallDistrict district)
{
    [Fact]
    public async Task Visits_are_counted_from_midnight_of_the_place()
    {
        var point = await district.ReadAsync("/api/patrol-points/1");
        Assert.Equal(
            """{"id":1,"code":"XL-001","name":"和平路口","kind":"junction","requiredVisits":2,"requiredPer":"day","visitsInPeriod":1,"lastCheckIn":{"at":"2026-06-02T16:00:01+00:00","patrolName":"张建国"},"grid":{"id":11,"code":"140214001001001","name":"第一网格"},"position":[113.005,40.005]}""",
            point.GetRawText());
    }

    [Fact]
    public async Task Visits_per_week_are_counted_from_Monday() =>
        Assert.Equal(1, (await district.ReadAsync("/api/patrol-points/2")).GetProperty("visitsInPeriod").GetInt32());

    [Fact]
    public async Task One_never_visited_has_no_last_check_in()
    {
        var point = await district.ReadAsync("/api/patrol-points/3");
        Assert.Equal("null", point.GetProperty("lastCheckIn").GetRawText());
        Assert.Equal("null", point.GetProperty("grid").GetRawText());
        Assert.Equal(0, point.GetProperty("visitsInPeriod").GetInt32());
    }

    [Fact]
    public async Task An_id_nobody_has_is_unknown() =>
        Assert.Equal("PATROL_POINT_UNKNOWN", await district.RefusalAsync(HttpStatusCode.NotFound, "/api/patrol-points/99"));
}
