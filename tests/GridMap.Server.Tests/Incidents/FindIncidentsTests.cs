using System.Text.Json;

namespace GridMap.Server.Tests.Incidents;

public sealed class FindIncidentsTests(IncidentDesk desk) : IClassFixture<IncidentDesk>
{
    [Theory]
    [InlineData("NEWEST_FIRST", "first", "after", "endCursor", "hasNextPage")]
    [InlineData("NEWEST_FIRST", "last", "before", "startCursor", "hasPreviousPage")]
    [InlineData("DUE_SOONEST", "first", "after", "endCursor", "hasNextPage")]
    [InlineData("DUE_SOONEST", "last", "before", "startCursor", "hasPreviousPage")]
    public async Task While_others_report_and_move_a_walk_finds_each_of_those_there_were_once(string sort, string size, string beside, string cursorName, string moreName)
    {
        var before = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => desk.ReportAsync("原有")));
        using var stop = new CancellationTokenSource();
        var others = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ReportOnAsync(stop.Token)));
        var found = new List<string>();
        string? cursor = null;
        while (true)
        {
            var data = await desk.Dispatcher.QueryAsync(
                $"query ($cursor: String) {{ incidents(sort: {sort}, {size}: 7, {beside}: $cursor) {{ nodes {{ number }} pageInfo {{ {cursorName} {moreName} }} }} }}",
                new { cursor });
            var page = data.GetProperty("incidents");
            found.AddRange(page.GetProperty("nodes").EnumerateArray().Select(incident => incident.GetProperty("number").GetString()!));
            cursor = page.GetProperty("pageInfo").GetProperty(cursorName).GetString();
            if (!page.GetProperty("pageInfo").GetProperty(moreName).GetBoolean() || found.Count > 2_000)
            {
                break;
            }
        }

        await stop.CancelAsync();
        await others;
        Assert.Equal(found.Count, found.Distinct().Count());
        Assert.Empty(before.Except(found));
    }

    [Fact]
    public async Task An_overdue_incident_is_one_that_is_open_and_was_due()
    {
        var (late, closed) = (await desk.ReportAsync("超期"), await desk.ReportUntilAsync("CLOSED"));
        await desk.District.ExecuteAsync($"UPDATE incident SET due_at = now() - interval '1 minute' WHERE number IN ('{late}', '{closed}')");
        var data = await desk.Dispatcher.QueryAsync("{ incidents(filter: { isOverdue: true }) { totalCount nodes { number isOverdue } } }");
        Assert.Equal($$"""{"totalCount":1,"nodes":[{"number":"{{late}}","isOverdue":true}]}""", data.GetProperty("incidents").GetRawText());
    }

    private async Task ReportOnAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var payload = await desk.Dispatcher.MoveAsync("registerIncident", await desk.ReportAsync("其间"), "REPORTED");
            Assert.Equal(JsonValueKind.Null, payload.GetProperty("refusal").ValueKind);
        }
    }
}
