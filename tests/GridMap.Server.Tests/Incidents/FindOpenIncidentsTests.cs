using System.Net;

namespace GridMap.Server.Tests.Incidents;

[Collection(nameof(SmallDistrict))]
public sealed class FindOpenIncidentsTests(SmallDistrict district)
{
    [Fact]
    public async Task Open_ones_come_newest_first_without_closed_and_voided_ones()
    {
        var open = await district.ReadAsync("/api/incidents/open");
        Assert.Equal(2, open.GetProperty("total").GetInt32());
        Assert.Equal(
            ["20260603-000002", "20260603-000001"],
            open.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("number").GetString()));
    }

    [Fact]
    public async Task The_total_counts_those_beyond_the_limit_too()
    {
        var open = await district.ReadAsync("/api/incidents/open?limit=1");
        Assert.Equal(2, open.GetProperty("total").GetInt32());
        Assert.Equal("20260603-000002", Assert.Single(open.GetProperty("items").EnumerateArray()).GetProperty("number").GetString());
    }

    [Fact]
    public async Task The_largest_limit_is_two_thousand() => await district.ReadAsync("/api/incidents/open?limit=2000");

    [Theory]
    [InlineData("0")]
    [InlineData("2001")]
    [InlineData("-1")]
    [InlineData("+5")]
    [InlineData("1.5")]
    [InlineData("")]
    [InlineData("99999999999999999999")]
    [InlineData("%00")]
    [InlineData("ten")]
    public async Task A_limit_beyond_reason_is_refused(string limit) =>
        Assert.Equal("LIMIT_OUT_OF_RANGE", await district.RefusalAsync(HttpStatusCode.BadRequest, $"/api/incidents/open?limit={limit}"));

    [Fact]
    public async Task The_reporter_is_never_in_it()
    {
        var body = await district.Server.Client.GetStringAsync("/api/incidents/open");
        Assert.DoesNotContain("王秘密", body, StringComparison.Ordinal);
        Assert.DoesNotContain("13800000000", body, StringComparison.Ordinal);
        Assert.DoesNotContain("reporter", body, StringComparison.OrdinalIgnoreCase);
    }
}
