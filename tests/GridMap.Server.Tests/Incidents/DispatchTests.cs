using GridMap.Core.Access;

namespace GridMap.Server.Tests.Incidents;

public sealed class DispatchTests(IncidentDesk desk) : IClassFixture<IncidentDesk>
{
    [Fact]
    public async Task Who_is_off_duty_is_not_sent()
    {
        var incident = await desk.ReportUntilAsync("REGISTERED");
        var payload = await desk.Dispatcher.AssignAsync(incident, 4);
        Assert.Equal(("PATROL_OFF_DUTY", "REGISTERED"), (payload.RefusalOf(), payload.StepOf()));
        var sent = await desk.ReportUntilAsync("ASSIGNED");
        Assert.Equal("PATROL_OFF_DUTY", (await desk.Dispatcher.ReassignAsync(sent, 1, 4)).RefusalOf());
    }

    [Fact]
    public async Task Who_belongs_to_another_desk_is_not_sent()
    {
        var incident = await desk.ReportUntilAsync("REGISTERED");
        var ofOneGrid = await desk.Server.SignInAsync(Role.Dispatcher, IncidentDesk.FirstGrid);
        Assert.Equal("PATROL_OUTSIDE_AREA", (await ofOneGrid.AssignAsync(incident, 2)).RefusalOf());
        Assert.Equal("PATROL_OUTSIDE_AREA", (await ofOneGrid.AssignAsync(incident, 3)).RefusalOf());
        Assert.Null((await ofOneGrid.AssignAsync(incident, 1)).RefusalOf());
    }

    [Fact]
    public async Task An_assignment_is_answered_by_its_patrol_or_by_the_desk()
    {
        var incident = await desk.ReportUntilAsync("ASSIGNED");
        var nobodys = await desk.Server.SignInAsync(Role.Field, IncidentDesk.FirstGrid);
        var others = await desk.SignInAsPatrolAsync(2);
        var own = await desk.SignInAsPatrolAsync(1);
        foreach (var (client, code) in new[] { (nobodys, "ACCOUNT_WITHOUT_PATROL"), (others, "NOT_YOUR_ASSIGNMENT") })
        {
            Assert.Equal((code, "ASSIGNED"), Ending(await client.MoveAsync("acceptAssignment", incident, "ASSIGNED")));
            Assert.Equal((code, "ASSIGNED"), Ending(await client.ExplainAsync("declineAssignment", incident, "ASSIGNED", "不便")));
            Assert.Equal(("NOT_ALLOWED", "ASSIGNED"), Ending(await client.ExplainAsync("returnIncident", incident, "ASSIGNED", "不便")));
        }

        var accepted = await own.MoveAsync("acceptAssignment", incident, "ASSIGNED");
        Assert.Equal((null, "HANDLING"), Ending(accepted));
        Assert.True(accepted.GetProperty("incident").GetProperty("assignments")[0].GetProperty("isMine").GetBoolean());
        Assert.Equal("NOT_YOUR_ASSIGNMENT", (await others.ArriveAsync(incident)).RefusalOf());
        Assert.Equal("NOT_YOUR_ASSIGNMENT", (await others.ExplainAsync("submitFeedback", incident, "HANDLING", "已清理")).RefusalOf());
        Assert.Null((await own.ArriveAsync(incident)).RefusalOf());
        Assert.Null((await own.ExplainAsync("submitFeedback", incident, "HANDLING", "已清理")).RefusalOf());
    }

    [Fact]
    public async Task What_is_declined_is_open_to_all_again_and_says_why()
    {
        var incident = await desk.ReportUntilAsync("ASSIGNED");
        var own = await desk.SignInAsPatrolAsync(1);
        Assert.Equal("NOTE_MISSING", (await own.ExplainAsync("declineAssignment", incident, "ASSIGNED", " ")).RefusalOf());
        var declined = (await own.ExplainAsync("declineAssignment", incident, "ASSIGNED", "正在处理另一事件")).GetProperty("incident");
        Assert.Equal("REGISTERED", declined.GetProperty("step").GetString());
        var assignment = Assert.Single(declined.GetProperty("assignments").EnumerateArray());
        Assert.Equal("DECLINED", assignment.GetProperty("outcome").GetString());
        Assert.StartsWith("test-", assignment.GetProperty("assignedBy").GetString(), StringComparison.Ordinal);
        Assert.Equal($"测试 {assignment.GetProperty("assignedBy").GetString()![^4..]}", assignment.GetProperty("assignedByName").GetString());
        Assert.Null((await desk.Dispatcher.AssignAsync(incident, 1)).RefusalOf());
    }

    [Fact]
    public async Task Another_is_sent_instead_and_the_first_is_told_by_the_record()
    {
        var incident = await desk.ReportUntilAsync("HANDLING");
        Assert.Equal("NOTE_MISSING", (await desk.Dispatcher.ReassignAsync(incident, 1, 2, "HANDLING")).RefusalOf());
        Assert.Equal("PATROL_SENT_ALREADY", (await desk.Dispatcher.ReassignAsync(incident, 1, 1, "HANDLING", "换人")).RefusalOf());
        var moved = (await desk.Dispatcher.ReassignAsync(incident, 1, 2, "HANDLING", "换人")).GetProperty("incident");
        Assert.Equal("ASSIGNED", moved.GetProperty("step").GetString());
        Assert.Equal(["REASSIGNED", null], moved.GetProperty("assignments").EnumerateArray().Select(sent => sent.GetProperty("outcome").GetString()));
        Assert.Equal(1, await desk.District.ReadAsync<long>(
            $"SELECT count(*) FROM audit WHERE action = 'incident.reassigned' AND subject = '{incident}' AND detail @> '{{\"patrol\": 2}}'"));
        var first = await desk.SignInAsPatrolAsync(1);
        Assert.Equal("NOT_YOUR_ASSIGNMENT", (await first.MoveAsync("acceptAssignment", incident, "ASSIGNED")).RefusalOf());
    }

    [Fact]
    public async Task Of_two_desks_at_once_the_second_is_told_who_was_faster_and_when()
    {
        var incident = await desk.ReportUntilAsync("ASSIGNED");
        var other = await desk.Server.SignInAsync(Role.Dispatcher);
        Assert.Null((await desk.Dispatcher.ReassignAsync(incident, 1, 2)).RefusalOf());
        var late = await other.ReassignAsync(incident, 1, 3);
        Assert.Equal("INCIDENT_CHANGED_MEANWHILE", late.RefusalOf());
        var conflict = late.GetProperty("conflict");
        var last = late.GetProperty("incident").GetProperty("steps").EnumerateArray().Last();
        Assert.Equal(last.GetProperty("actor").GetString(), conflict.GetProperty("actor").GetString());
        Assert.Contains(conflict.GetProperty("actorName").GetString()!, late.GetProperty("refusal").GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(TimeSpan.Zero, conflict.GetProperty("at").GetDateTimeOffset().Offset);
        Assert.Equal(2, await desk.District.ReadAsync<int>(
            $"SELECT patrol_id FROM assignment_order WHERE incident_id = {Id(incident)} AND finished_at IS NULL"));
    }

    [Fact]
    public async Task Of_twenty_who_send_another_at_once_one_does()
    {
        var incident = await desk.ReportUntilAsync("ASSIGNED");
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => desk.Dispatcher.ReassignAsync(incident, 1, (i % 2) + 2)));
        Assert.Single(answers, answer => answer.RefusalOf() is null);
        Assert.All(answers.Where(answer => answer.RefusalOf() is not null), answer => Assert.Equal("INCIDENT_CHANGED_MEANWHILE", answer.RefusalOf()));
        Assert.Equal(1L, await desk.District.ReadAsync<long>(
            $"SELECT count(*) FROM assignment_order WHERE incident_id = {Id(incident)} AND finished_at IS NULL"));
    }

    [Fact]
    public async Task Of_two_of_one_patrol_who_accept_at_once_one_does_and_the_other_is_told()
    {
        var incident = await desk.ReportUntilAsync("ASSIGNED");
        var (one, other) = (await desk.SignInAsPatrolAsync(1), await desk.SignInAsPatrolAsync(1));
        var answers = await Task.WhenAll(one.MoveAsync("acceptAssignment", incident, "ASSIGNED"), other.MoveAsync("acceptAssignment", incident, "ASSIGNED"));
        Assert.Equal([null, "INCIDENT_CHANGED_MEANWHILE"], answers.Select(answer => answer.RefusalOf()).Order());
    }

    private static (string?, string?) Ending(System.Text.Json.JsonElement payload) => (payload.RefusalOf(), payload.StepOf());

    private static string Id(string number) => $"(SELECT id FROM incident WHERE number = '{number}')";
}
