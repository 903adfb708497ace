using GridMap.Core.Access;

namespace GridMap.Server.Tests.Indicators;

[Collection(nameof(SmallDistrict))]
public sealed class IndicatorQueriesTests(SmallDistrict district)
{
    private const string Shares = "{ closure { numerator denominator value } onTimeClosure { numerator denominator } rework { numerator denominator } patrolPointRate { numerator denominator } responseTimes { count p50 } }";

    [Theory]
    // One was due on the second of January and closed in time; of days in this period no patrol point had two visits, in its weeks and months none had one.
    [InlineData("2026-01-01T00:00:00+08:00", "2026-01-03T00:00:00+08:00", """{"closure":{"numerator":1,"denominator":1,"value":1},"onTimeClosure":{"numerator":1,"denominator":1},"rework":{"numerator":0,"denominator":1},"patrolPointRate":{"numerator":0,"denominator":2},"responseTimes":{"count":0,"p50":null}}""")]
    // One was due this morning and is open; its point had one of two visits on each of two days; its week is not whole.
    [InlineData("2026-06-02T00:00:00+08:00", "2026-06-04T00:00:00+08:00", """{"closure":{"numerator":0,"denominator":1,"value":0},"onTimeClosure":{"numerator":0,"denominator":1},"rework":{"numerator":0,"denominator":1},"patrolPointRate":{"numerator":0,"denominator":2},"responseTimes":{"count":0,"p50":null}}""")]
    // A whole week: seven days of the first point, and the week of the second, which was visited.
    [InlineData("2026-06-01T00:00:00+08:00", "2026-06-08T00:00:00+08:00", """{"closure":{"numerator":0,"denominator":1,"value":0},"onTimeClosure":{"numerator":0,"denominator":1},"rework":{"numerator":0,"denominator":1},"patrolPointRate":{"numerator":1,"denominator":8},"responseTimes":{"count":0,"p50":null}}""")]
    [InlineData("2020-01-01T10:00:00Z", "2020-01-01T11:00:00Z", """{"closure":{"numerator":0,"denominator":0,"value":null},"onTimeClosure":{"numerator":0,"denominator":0},"rework":{"numerator":0,"denominator":0},"patrolPointRate":{"numerator":0,"denominator":0},"responseTimes":{"count":0,"p50":null}}""")]
    public async Task Numbers_are_told_with_what_they_are_of(string from, string until, string expected)
    {
        var data = await district.Server.Client.QueryAsync(
            $"query ($from: DateTime!, $until: DateTime!) {{ indicators(from: $from, until: $until) {Shares} }}", new { from, until });
        Assert.Equal(expected, data.GetProperty("indicators").GetRawText());
    }

    [Fact]
    public async Task Only_what_lies_in_the_area_and_within_reach_is_counted()
    {
        const string Query = """{ indicators(from: "2026-06-03T00:00:00+08:00", until: "2026-06-04T00:00:00+08:00", within: 11) { closure { denominator } patrolPointRate { denominator } } }""";
        Assert.Equal(
            """{"closure":{"denominator":1},"patrolPointRate":{"denominator":1}}""",
            (await district.Server.Client.QueryAsync(Query)).GetProperty("indicators").GetRawText());
        var beside = await district.Server.SignInAsync(Role.Viewer, "140214001002");
        Assert.Equal(
            """{"closure":{"denominator":0},"patrolPointRate":{"denominator":0}}""",
            (await beside.QueryAsync(Query)).GetProperty("indicators").GetRawText());
    }

    [Theory]
    [InlineData("2026-01-02T00:00:00Z", "2026-01-01T00:00:00Z", "PERIOD_INVERTED")]
    [InlineData("2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z", "PERIOD_INVERTED")]
    [InlineData("2024-01-01T00:00:00Z", "2026-01-01T00:00:00Z", "PERIOD_TOO_LONG")]
    public async Task A_period_that_cannot_be_is_refused(string from, string until, string code) => Assert.Equal(code, await district.Server.Client.ErrorCodeAsync(
        "query ($from: DateTime!, $until: DateTime!) { indicators(from: $from, until: $until) { at } }", new { from, until }));
}
