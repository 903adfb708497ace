namespace GridMap.Server.Tests.Incidents;

[Collection(nameof(SmallDistrict))]
public sealed class FindIncidentClassesTests(SmallDistrict district)
{
    [Fact]
    public async Task Only_the_dictionary_in_force_is_given_in_the_order_of_its_codes()
    {
        var classes = await district.ReadAsync("/api/incident-classes");
        Assert.Equal("2025", classes.GetProperty("version").GetString());
        var items = classes.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["10101", "20201"], items.Select(item => item.GetProperty("code").GetString()));
        Assert.Equal(
            """{"code":"10101","kind":"component","group":"公用设施","groupEn":"Utilities","name":"井盖破损","nameEn":"Broken manhole cover","urgency":"urgent"}""",
            items[0].GetRawText());
    }
}
