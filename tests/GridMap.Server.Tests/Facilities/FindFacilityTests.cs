using System.Net;

namespace GridMap.Server.Tests.Facilities;

[Collection(nameof(SmallDistrict))]
public sealed class FindFacilityTests(SmallDistrict district)
{
    [Fact]
    public async Task A_station_says_everything_of_its_card()
    {
        var facility = await district.ReadAsync("/api/facilities/1");
        Assert.Equal(
            """{"id":1,"code":"DQ-001","kind":"party_station","kindName":"党群服务站","kindNameEn":"Party station","name":"东风党群服务站","nameEn":"Dongfeng Station","address":"和平路8号","openingHours":"Mo-Fr 08:30-18:00","isOpenNow":true,"capacity":40,"status":"open","services":[{"code":"legal","name":"法律咨询","nameEn":"Legal advice","openingHours":"We 09:00-11:00"},{"code":"water","name":"饮水","nameEn":"Drinking water","openingHours":null}],"grid":{"id":11,"code":"140214001001001","name":"第一网格"},"position":[113.006,40.006]}""",
            facility.GetRawText());
    }

    [Fact]
    public async Task A_suspended_one_is_not_open_whatever_its_hours() =>
        Assert.False((await district.ReadAsync("/api/facilities/2")).GetProperty("isOpenNow").GetBoolean());

    [Fact]
    public async Task Hours_that_are_not_understood_are_not_guessed() =>
        Assert.Equal("null", (await district.ReadAsync("/api/facilities/3")).GetProperty("isOpenNow").GetRawText());

    [Fact]
    public async Task Hours_are_those_of_the_places_clock_not_of_UTC() =>
        // Ten o'clock there is two o'clock in UTC, when 20:00-09:00 would be open.
        Assert.False((await district.ReadAsync("/api/facilities/4")).GetProperty("isOpenNow").GetBoolean());

    [Fact]
    public async Task A_public_holiday_is_one_by_the_working_calendar() =>
        Assert.False((await district.ReadAsync("/api/facilities/5")).GetProperty("isOpenNow").GetBoolean());

    [Fact]
    public async Task Outside_every_grid_it_has_no_grid() =>
        Assert.Equal("null", (await district.ReadAsync("/api/facilities/3")).GetProperty("grid").GetRawText());

    [Fact]
    public async Task An_id_nobody_has_is_unknown() =>
        Assert.Equal("FACILITY_UNKNOWN", await district.RefusalAsync(HttpStatusCode.NotFound, "/api/facilities/99"));
}
