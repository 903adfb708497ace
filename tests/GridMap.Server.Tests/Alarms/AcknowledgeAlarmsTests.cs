using System.Text.Json;
using GridMap.Core.Access;
using GridMap.Core.Alarms;
using static GridMap.Server.Tests.Alarms.AlarmDesk;

namespace GridMap.Server.Tests.Alarms;

public sealed class AcknowledgeAlarmsTests : IAsyncLifetime
{
    private AlarmDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await StartAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task Of_two_who_acknowledge_at_once_one_is_named_and_the_other_is_told()
    {
        var id = await RaiseAsync();
        var other = await _desk.Server.SignInAsync(Role.Dispatcher);
        var answers = await Task.WhenAll(AcknowledgeAsync(_desk.Dispatcher, id, "我来处理"), AcknowledgeAsync(other, id));
        var won = Assert.Single(answers, answer => CodeOf(answer) is null);
        var lost = Assert.Single(answers, answer => CodeOf(answer) == "ALARM_ACKNOWLEDGED");
        var login = Text(won.GetProperty("alarm"), "acknowledgedBy");
        Assert.Equal(login, Text(lost.GetProperty("alarm"), "acknowledgedBy"));
        var name = Text(won.GetProperty("alarm"), "acknowledgedByName");
        Assert.Equal($"测试 {login[^4..]}", name);
        Assert.Contains(name, Text(lost.GetProperty("refusal"), "message"), StringComparison.Ordinal);
        Assert.Contains(name, Text(lost.GetProperty("refusal"), "messageZh"), StringComparison.Ordinal);
        var winner = CodeOf(answers[0]) is null ? _desk.Dispatcher : other;
        Assert.Null(CodeOf(await AcknowledgeAsync(winner, id)));
        var history = Assert.Single(await AlarmsAsync(winner)).GetProperty("history").EnumerateArray().ToList();
        Assert.Equal(2, history.Count);
        Assert.Equal((login, name), (Text(history[1], "actor"), Text(history[1], "actorName")));
    }

    [Fact]
    public async Task Who_may_not_or_comes_too_late_is_told_why()
    {
        var id = await RaiseAsync();
        Assert.Equal("NOT_ALLOWED", CodeOf(await AcknowledgeAsync(await _desk.Server.SignInAsync(Role.Viewer), id)));
        Assert.Equal("ALARM_UNKNOWN", CodeOf(await AcknowledgeAsync(await _desk.Server.SignInAsync(Role.Dispatcher, SecondGrid), id)));
        Assert.Equal("ALARM_UNKNOWN", CodeOf(await AcknowledgeAsync(_desk.Dispatcher, "2147483647")));
        Assert.Equal("ID_MALFORMED", CodeOf(await AcknowledgeAsync(_desk.Dispatcher, "x")));
        Assert.Equal("NOTE_UNFIT", CodeOf(await AcknowledgeAsync(_desk.Dispatcher, id, new string('长', 501))));
        await _desk.District.ExecuteAsync("UPDATE incident SET step = 'voided'");
        await _desk.LookAsync(AlarmKind.UrgentIncident, Now.AddMinutes(1));
        Assert.Equal("ALARM_CLEARED", CodeOf(await AcknowledgeAsync(_desk.Dispatcher, id)));
    }

    [Fact]
    public async Task All_in_scope_are_those_that_were_there_when_one_looked_and_that_one_may_dispatch_for()
    {
        await RaiseAsync();
        await RaiseAsync(grid: 12);
        var until = Now.AddSeconds(1);
        await _desk.ReportAsync(grid: 12);
        await _desk.LookAsync(AlarmKind.UrgentIncident, until);
        var own = await _desk.Server.SignInAsync(Role.Dispatcher, SecondGrid);
        Assert.Equal((0, "NOT_ALLOWED"), await AcknowledgeAllAsync(await _desk.Server.SignInAsync(Role.Viewer), new { raisedUntil = until }));
        Assert.Equal((0, "NOT_ALLOWED"), await AcknowledgeAllAsync(own, new { raisedUntil = until, within = "11" }));
        Assert.Equal((0, null), await AcknowledgeAllAsync(own, new { raisedUntil = until, kinds = new[] { "PATROL_SILENT" } }));
        Assert.Equal((1, null), await AcknowledgeAllAsync(own, new { raisedUntil = until, note = "已知悉" }));
        Assert.Equal((0, null), await AcknowledgeAllAsync(own, new { raisedUntil = until }));
        Assert.Equal(["RAISED", "ACKNOWLEDGED", "RAISED"], (await AlarmsAsync(_desk.Dispatcher)).Select(alarm => Text(alarm, "state")));
        Assert.Equal((2, null), await AcknowledgeAllAsync(_desk.Dispatcher, new { raisedUntil = until.AddSeconds(1) }));
    }

    [Fact]
    public async Task Pages_go_on_where_they_ended_while_alarms_are_raised()
    {
        for (var i = 0; i < 5; i++)
        {
            await RaiseAsync();
        }

        var first = (await _desk.Dispatcher.QueryAsync("{ alarms(first: 2) { nodes { id } pageInfo { endCursor hasNextPage } totalCount } }")).GetProperty("alarms");
        Assert.Equal(5, first.GetProperty("totalCount").GetInt32());
        await RaiseAsync();
        var cursor = Text(first.GetProperty("pageInfo"), "endCursor");
        var next = (await _desk.Dispatcher.QueryAsync($"{{ alarms(first: 9, after: \"{cursor}\") {{ nodes {{ id }} pageInfo {{ hasNextPage }} }} }}")).GetProperty("alarms");
        Assert.Equal(["5", "4", "3", "2", "1"], first.GetProperty("nodes").EnumerateArray().Concat(next.GetProperty("nodes").EnumerateArray()).Select(node => Text(node, "id")));
        Assert.False(next.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
        Assert.Equal("CURSOR_MALFORMED", await _desk.Dispatcher.ErrorCodeAsync("{ alarms(after: \"eA\") { totalCount } }"));
    }

    private async Task<string> RaiseAsync(int grid = 11)
    {
        await _desk.ReportAsync(grid);
        await _desk.LookAsync(AlarmKind.UrgentIncident, Now);
        return Text((await AlarmsAsync(_desk.Dispatcher))[0], "id");
    }

    private static async Task<(int Count, string? Code)> AcknowledgeAllAsync(HttpClient client, object input)
    {
        var payload = (await client.QueryAsync(
            "mutation ($input: AcknowledgeAlarmsInput!) { acknowledgeAlarms(input: $input) { acknowledged refusal { code } } }", new { input })).GetProperty("acknowledgeAlarms");
        return (payload.GetProperty("acknowledged").GetInt32(), CodeOf(payload));
    }
}
