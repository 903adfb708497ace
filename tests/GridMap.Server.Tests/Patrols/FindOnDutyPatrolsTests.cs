namespace GridMap.Server.Tests.Patrols;

[Collection(nameof(SmallDistrict))]
public sealed class FindOnDutyPatrolsTests(SmallDistrict district)
{
    [Fact]
    public async Task Only_who_is_on_duty_now_is_listed_with_the_grid()
    {
        var patrols = await district.ReadAsync("/api/patrols/on-duty");
        var items = patrols.GetProperty("items").EnumerateArray().ToArray();
        Assert.Contains(items, patrol => patrol.GetProperty("id").GetInt32() == 1 && patrol.GetProperty("gridCode").GetString() == "140214001001001");
        Assert.DoesNotContain(items, patrol => patrol.GetProperty("id").GetInt32() == 3);
    }
}
