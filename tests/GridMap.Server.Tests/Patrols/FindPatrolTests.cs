using System.Net;

namespace GridMap.Server.Tests.Patrols;

[Collection(nameof(SmallDistrict))]
public sealed class FindPatrolTests(SmallDistrict district)
{
    [Fact]
    public async Task A_grid_worker_says_everything_of_its_card()
    {
        var patrol = await district.ReadAsync("/api/patrols/1");
        Assert.Equal(
            """{"id":1,"name":"张建国","kind":"grid_worker","employment":"full_time","skills":["first_aid"],"grid":{"id":11,"code":"140214001001001","name":"第一网格"},"onDuty":true,"lastFix":{"at":"2026-06-03T01:59:50+00:00","position":[113.0042,40.0042],"speedMps":1.5,"bearingDegrees":91,"accuracyMeters":6,"batteryPercent":79},"openAssignments":[{"incidentId":"00000000-0000-0000-0000-000000000001","number":"20260603-000001","className":"井盖破损"}]}""",
            patrol.GetRawText());
    }

    [Fact]
    public async Task One_without_fix_grid_or_shift_has_none_and_is_off_duty()
    {
        var patrol = await district.ReadAsync("/api/patrols/3");
        Assert.Equal("null", patrol.GetProperty("lastFix").GetRawText());
        Assert.Equal("null", patrol.GetProperty("grid").GetRawText());
        Assert.False(patrol.GetProperty("onDuty").GetBoolean());
        Assert.Equal(0, patrol.GetProperty("openAssignments").GetArrayLength());
    }

    [Fact]
    public async Task A_fix_of_hours_ago_is_still_the_last_one() =>
        Assert.Equal("[113.001,40.001]", (await district.ReadAsync("/api/patrols/2")).GetProperty("lastFix").GetProperty("position").GetRawText());

    [Fact]
    public async Task An_id_nobody_has_is_unknown() =>
        Assert.Equal("PATROL_UNKNOWN", await district.RefusalAsync(HttpStatusCode.NotFound, "/api/patrols/99"));
}
