using System.Text.Json;

namespace GridMap.Server.Tests.Search;

[Collection(nameof(SmallDistrict))]
public sealed class SearchQueriesTests(SmallDistrict district)
{
    private HttpClient Client => district.Server.Client;

    [Fact]
    public async Task What_is_found_says_its_kind_and_where_it_is()
    {
        var data = await Client.QueryAsync("""{ search(text: "东风社区") { kind id title subtitle position { longitude latitude } bounds { west south east north } } }""");
        Assert.Equal(
            """{"kind":"AREA","id":"3","title":"东风社区","subtitle":"和平街道","position":{"longitude":113.01,"latitude":40.005},"bounds":{"west":113,"south":40,"east":113.02,"north":40.01}}""",
            data.GetProperty("search")[0].GetRawText());
    }

    [Theory]
    [InlineData("和平", "COMPOUND")]
    [InlineData("和平", "ROAD")]
    [InlineData("DQ-001", "FACILITY")]
    [InlineData("张建国", "PATROL")]
    public async Task Every_kind_can_be_found(string text, string kind)
    {
        var data = await Client.QueryAsync("query ($text: String!) { search(text: $text) { kind } }", new { text });
        Assert.Contains(data.GetProperty("search").EnumerateArray(), item => item.GetProperty("kind").GetString() == kind);
    }

    [Theory]
    [InlineData("""{ search(text: "") { id } }""", "QUERY_MALFORMED")]
    [InlineData("""{ search(text: "a", limit: 0) { id } }""", "LIMIT_OUT_OF_RANGE")]
    [InlineData("""{ search(text: "a", limit: 51) { id } }""", "LIMIT_OUT_OF_RANGE")]
    public async Task What_makes_no_sense_is_refused(string query, string code) => Assert.Equal(code, await Client.ErrorCodeAsync(query));
}
