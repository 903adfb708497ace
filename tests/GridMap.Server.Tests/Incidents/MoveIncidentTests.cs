using System.Net;
using System.Text.Json;
using GridMap.Core.Access;

namespace GridMap.Server.Tests.Incidents;

public sealed class MoveIncidentTests(IncidentDesk desk) : IClassFixture<IncidentDesk>
{
    public static TheoryData<string, string, string?> EveryMoveAtEveryStep
    {
        get
        {
            var rows = new TheoryData<string, string, string?>();
            foreach (var move in Ways.Keys)
            {
                foreach (var step in Steps)
                {
                    rows.Add(move, step, Ways[move].GetValueOrDefault(step));
                }
            }

            return rows;
        }
    }

    private static readonly string[] Steps = ["REPORTED", "REGISTERED", "ASSIGNED", "HANDLING", "FEEDBACK", "CLOSED", "VOIDED"];

    private static readonly Dictionary<string, Dictionary<string, string>> Ways = new()
    {
        ["registerIncident"] = new() { ["REPORTED"] = "REGISTERED" },
        ["assignIncident"] = new() { ["REGISTERED"] = "ASSIGNED" },
        ["acceptAssignment"] = new() { ["ASSIGNED"] = "HANDLING" },
        ["submitFeedback"] = new() { ["HANDLING"] = "FEEDBACK" },
        ["closeIncident"] = new() { ["FEEDBACK"] = "CLOSED" },
        ["voidIncident"] = new() { ["REPORTED"] = "VOIDED", ["REGISTERED"] = "VOIDED", ["ASSIGNED"] = "VOIDED", ["HANDLING"] = "VOIDED" },
        ["declineAssignment"] = new() { ["ASSIGNED"] = "REGISTERED" },
        ["reassignIncident"] = new() { ["ASSIGNED"] = "ASSIGNED", ["HANDLING"] = "ASSIGNED" },
        ["extendIncident"] = new() { ["REGISTERED"] = "REGISTERED", ["ASSIGNED"] = "ASSIGNED", ["HANDLING"] = "HANDLING", ["FEEDBACK"] = "FEEDBACK" },
        ["suspendIncident"] = new() { ["REGISTERED"] = "REGISTERED", ["ASSIGNED"] = "ASSIGNED", ["HANDLING"] = "HANDLING" },
        ["superviseIncident"] = new() { ["REGISTERED"] = "REGISTERED", ["ASSIGNED"] = "ASSIGNED", ["HANDLING"] = "HANDLING", ["FEEDBACK"] = "FEEDBACK" },
        ["selfHandleIncident"] = new() { ["REPORTED"] = "CLOSED", ["REGISTERED"] = "CLOSED" },
        ["reopenIncident"] = new() { ["CLOSED"] = "REGISTERED", ["VOIDED"] = "REGISTERED" },
        ["callBackIncident"] = new() { ["CLOSED"] = "CLOSED" },
        ["returnIncident"] = new() { ["REGISTERED"] = "REPORTED", ["ASSIGNED"] = "REGISTERED", ["HANDLING"] = "REGISTERED", ["FEEDBACK"] = "HANDLING" },
    };

    [Theory]
    [MemberData(nameof(EveryMoveAtEveryStep))]
    public async Task A_move_leads_where_the_loop_says_or_changes_nothing(string move, string step, string? to)
    {
        var incident = await desk.ReportUntilAsync(step);
        var payload = await SendAsync(desk.Dispatcher, move, incident, step);
        Assert.Equal(to ?? step, payload.StepOf());
        var refusal = to is not null ? null : step is "CLOSED" or "VOIDED" ? "INCIDENT_FINISHED" : "STEP_ILLEGAL";
        Assert.Equal(refusal, payload.RefusalOf());
    }

    [Fact]
    public async Task The_straight_way_leaves_its_whole_history()
    {
        var incident = await desk.ReportUntilAsync("HANDLING");
        var arrived = (await desk.Dispatcher.ArriveAsync(incident)).GetProperty("incident").GetProperty("onSceneAt").GetString();
        Assert.Equal(arrived, (await desk.Dispatcher.ArriveAsync(incident)).GetProperty("incident").GetProperty("onSceneAt").GetString());
        await desk.Dispatcher.ExplainAsync("submitFeedback", incident, "HANDLING", " 已清理 ");
        var closed = (await desk.Dispatcher.MoveAsync("closeIncident", incident, "FEEDBACK")).GetProperty("incident");

        Assert.Equal("CLOSED", closed.GetProperty("step").GetString());
        Assert.NotEqual(JsonValueKind.Null, closed.GetProperty("closedAt").ValueKind);
        Assert.NotNull(arrived);
        Assert.Equal(
            [null, "REPORTED", "REGISTERED", "ASSIGNED", "HANDLING", "FEEDBACK"],
            closed.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("from").GetString()));
        Assert.All(closed.GetProperty("steps").EnumerateArray(), step => Assert.StartsWith("test-", step.GetProperty("actor").GetString(), StringComparison.Ordinal));
        Assert.Equal("已清理", closed.GetProperty("steps")[4].GetProperty("note").GetString());
        var assignment = Assert.Single(closed.GetProperty("assignments").EnumerateArray());
        Assert.All(
            new[] { "assignedAt", "acceptedAt", "arrivedAt", "finishedAt" },
            name => Assert.NotEqual(JsonValueKind.Null, assignment.GetProperty(name).ValueKind));
        Assert.Equal(1, await desk.District.ReadAsync<long>(
            $"SELECT count(*) FROM audit WHERE action = 'incident.assigned' AND subject = '{incident}' AND detail @> '{{\"patrol\": 1}}'"));
    }

    [Fact]
    public async Task Rework_sends_the_same_patrol_again()
    {
        var incident = await desk.ReportUntilAsync("FEEDBACK");
        var returned = (await desk.Dispatcher.ExplainAsync("returnIncident", incident, "FEEDBACK", "未处置到位")).GetProperty("incident");
        Assert.Equal("HANDLING", returned.GetProperty("step").GetString());
        Assert.Equal(["1", "1"], returned.GetProperty("assignments").EnumerateArray().Select(assignment => assignment.GetProperty("patrolId").GetString()));
        Assert.Equal(JsonValueKind.Null, returned.GetProperty("assignments")[1].GetProperty("finishedAt").ValueKind);
        var again = (await desk.Dispatcher.ExplainAsync("submitFeedback", incident, "HANDLING", "已返工")).GetProperty("incident");
        Assert.NotEqual(JsonValueKind.Null, again.GetProperty("assignments")[1].GetProperty("finishedAt").ValueKind);
    }

    [Fact]
    public async Task What_is_returned_by_the_patrol_can_be_given_to_another()
    {
        var incident = await desk.ReportUntilAsync("HANDLING");
        var field = await desk.SignInAsPatrolAsync(1);
        Assert.Equal("REGISTERED", (await field.ExplainAsync("returnIncident", incident, "HANDLING", "需要吊车")).StepOf());
        var assigned = (await desk.Dispatcher.AssignAsync(incident, 3)).GetProperty("incident");
        Assert.Equal(["1", "3"], assigned.GetProperty("assignments").EnumerateArray().Select(assignment => assignment.GetProperty("patrolId").GetString()));
        Assert.NotEqual(JsonValueKind.Null, assigned.GetProperty("assignments")[0].GetProperty("finishedAt").ValueKind);
    }

    [Fact]
    public async Task Who_saw_it_at_another_step_is_told_where_it_is_now()
    {
        var incident = await desk.ReportUntilAsync("ASSIGNED");
        var payload = await desk.Dispatcher.AssignAsync(incident, 2);
        Assert.Equal(("INCIDENT_CHANGED_MEANWHILE", "ASSIGNED"), (payload.RefusalOf(), payload.StepOf()));
    }

    [Fact]
    public async Task Of_twenty_who_dispatch_at_once_one_wins_and_the_others_are_told()
    {
        var incident = await desk.ReportUntilAsync("REGISTERED");
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => desk.Dispatcher.AssignAsync(incident, (i % 3) + 1)));
        Assert.Single(answers, answer => answer.RefusalOf() is null);
        Assert.Equal(19, answers.Count(answer => answer.RefusalOf() == "INCIDENT_CHANGED_MEANWHILE"));
        Assert.All(answers, answer => Assert.Equal("ASSIGNED", answer.StepOf()));
        Assert.Equal((1L, 1L, 1L), (
            await CountAsync("incident_step", $"to_step = 'assigned' AND incident_id = {Id(incident)}"),
            await CountAsync("assignment_order", $"incident_id = {Id(incident)}"),
            await CountAsync("audit", $"subject = '{incident}'")));
    }

    [Fact]
    public async Task The_same_request_sent_twenty_times_at_once_is_made_once_and_nobody_is_refused()
    {
        var incident = await desk.ReportUntilAsync("REGISTERED");
        var key = IncidentDesk.Key();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => desk.Dispatcher.AssignAsync(incident, 2, key)));
        Assert.All(answers, answer => Assert.Equal((null, "ASSIGNED"), (answer.RefusalOf(), answer.StepOf())));
        Assert.Equal(1, await CountAsync("assignment_order", $"incident_id = {Id(incident)}"));
        Assert.Equal(1, await CountAsync("incident_step", $"to_step = 'assigned' AND incident_id = {Id(incident)}"));
    }

    [Fact]
    public async Task A_retry_after_others_went_on_is_no_refusal_and_no_second_move()
    {
        var incident = await desk.ReportAsync();
        var key = IncidentDesk.Key();
        await desk.Dispatcher.MoveAsync("registerIncident", incident, "REPORTED", key);
        await desk.Dispatcher.AssignAsync(incident, 1);
        var again = await desk.Dispatcher.MoveAsync("registerIncident", incident, "REPORTED", key);
        Assert.Equal((null, "ASSIGNED"), (again.RefusalOf(), again.StepOf()));
        Assert.Equal(3, again.GetProperty("incident").GetProperty("steps").GetArrayLength());
    }

    [Fact]
    public async Task A_key_is_good_for_one_request_of_one_caller()
    {
        var (first, second, key) = (await desk.ReportAsync(), await desk.ReportAsync(), IncidentDesk.Key());
        await desk.Dispatcher.MoveAsync("registerIncident", first, "REPORTED", key);
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", (await desk.Dispatcher.MoveAsync("registerIncident", second, "REPORTED", key)).RefusalOf());
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", (await desk.Dispatcher.ExplainAsync("voidIncident", first, "REGISTERED", "误报", key)).RefusalOf());
        var other = await desk.Server.SignInAsync(Role.Dispatcher);
        Assert.Null((await other.MoveAsync("registerIncident", second, "REPORTED", key)).RefusalOf());
    }

    [Theory]
    [InlineData("short")]
    [InlineData("with a blank")]
    [InlineData("字字字字字字字字")]
    [InlineData("null\0null")]
    [InlineData("")]
    public async Task A_key_that_is_none_is_refused(string key) => Assert.Equal(
        "IDEMPOTENCY_KEY_MALFORMED", (await desk.Dispatcher.MoveAsync("registerIncident", await desk.ReportAsync(), "REPORTED", key)).RefusalOf());

    [Fact]
    public async Task Whom_nobody_knows_and_what_nobody_reported_is_refused()
    {
        var incident = await desk.ReportUntilAsync("REGISTERED");
        Assert.Equal("PATROL_UNKNOWN", (await desk.Dispatcher.AssignAsync(incident, 999)).RefusalOf());
        Assert.Equal("ID_MALFORMED", (await desk.Dispatcher.AssignAsync(incident, -1)).RefusalOf());
        Assert.Equal("INCIDENT_UNKNOWN", (await desk.Dispatcher.AssignAsync("20000101-000001", 1)).RefusalOf());
        Assert.Equal("INCIDENT_KEY_MALFORMED", (await desk.Dispatcher.AssignAsync("1", 1)).RefusalOf());
        Assert.Equal("INCIDENT_UNKNOWN", (await desk.Dispatcher.ArriveAsync("ffffffff-ffff-ffff-ffff-ffffffffffff")).RefusalOf());
        Assert.Equal("INCIDENT_KEY_MALFORMED", (await desk.Dispatcher.ArriveAsync("")).RefusalOf());
        Assert.Equal("STEP_ILLEGAL", (await desk.Dispatcher.ArriveAsync(incident)).RefusalOf());
    }

    [Theory]
    [InlineData("", "NOTE_MISSING")]
    [InlineData(" \t\n", "NOTE_MISSING")]
    [InlineData("a\0b", "NOTE_UNFIT")]
    public async Task A_reason_that_is_none_is_refused(string note, string code)
    {
        var incident = await desk.ReportAsync();
        Assert.Equal(code, (await desk.Dispatcher.ExplainAsync("voidIncident", incident, "REPORTED", note)).RefusalOf());
        Assert.Equal("NOTE_UNFIT", (await desk.Dispatcher.ExplainAsync("voidIncident", incident, "REPORTED", new string('长', 501))).RefusalOf());
        Assert.Equal("VOIDED", (await desk.Dispatcher.ExplainAsync("voidIncident", incident, "REPORTED", new string('长', 500))).StepOf());
    }

    [Fact]
    public async Task Who_may_not_or_not_here_changes_nothing()
    {
        var incident = await desk.ReportUntilAsync("ASSIGNED");
        var viewer = await desk.Server.SignInAsync(Role.Viewer);
        var elsewhere = await desk.Server.SignInAsync(Role.Dispatcher, IncidentDesk.SecondGrid);
        var field = await desk.SignInAsPatrolAsync(1);
        foreach (var move in Ways.Keys)
        {
            var seen = await SendAsync(viewer, move, incident, "ASSIGNED");
            Assert.Equal(("NOT_ALLOWED", "ASSIGNED"), (seen.RefusalOf(), seen.StepOf()));
            var unseen = await SendAsync(elsewhere, move, incident, "ASSIGNED");
            Assert.Equal(("NOT_ALLOWED", null), (unseen.RefusalOf(), unseen.StepOf()));
        }

        Assert.Equal("NOT_ALLOWED", (await elsewhere.ArriveAsync(incident)).RefusalOf());
        Assert.Equal("NOT_ALLOWED", (await field.ExplainAsync("voidIncident", incident, "ASSIGNED", "误报")).RefusalOf());
        Assert.Null((await field.MoveAsync("acceptAssignment", incident, "ASSIGNED")).RefusalOf());
        Assert.NotNull((await field.ArriveAsync(incident)).GetProperty("incident").GetProperty("onSceneAt").GetString());
        Assert.Null((await field.ExplainAsync("submitFeedback", incident, "HANDLING", "已清理")).RefusalOf());
        Assert.Equal("NOT_ALLOWED", (await field.MoveAsync("closeIncident", incident, "FEEDBACK")).RefusalOf());
    }

    [Fact]
    public async Task Everybody_is_offered_what_they_may_do_where_the_incident_is()
    {
        var incident = await desk.ReportUntilAsync("ASSIGNED");
        var field = await desk.SignInAsPatrolAsync(1);
        var viewer = await desk.Server.SignInAsync(Role.Viewer);
        var other = await desk.SignInAsPatrolAsync(2);
        Assert.Equal(
            [
                "ACCEPT HANDLING False", "DECLINE REGISTERED True", "REASSIGN ASSIGNED False", "VOID VOIDED True", "RETURN REGISTERED True", "MERGE VOIDED False",
                "EXTEND ASSIGNED True", "SUSPEND ASSIGNED True", "SUPERVISE ASSIGNED True",
            ],
            await MovesAsync(desk.Dispatcher, incident));
        Assert.Equal(["ACCEPT HANDLING False", "DECLINE REGISTERED True"], await MovesAsync(field, incident));
        Assert.Empty(await MovesAsync(other, incident));
        Assert.Empty(await MovesAsync(viewer, incident));
        Assert.Equal(
            ["REOPEN REGISTERED True", "CALL_BACK CLOSED True", "RATE CLOSED False"], await MovesAsync(desk.Dispatcher, await desk.ReportUntilAsync("CLOSED")));
        Assert.Empty(await MovesAsync(field, await desk.ReportUntilAsync("CLOSED")));
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_sent_away()
    {
        using var nobody = desk.Server.Connect(null);
        var answer = await nobody.PostAsync("/graphql", new StringContent("""{"query":"mutation { arriveAtIncident(incident: 1) { refusal { code } } }"}""", null, "application/json"));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Two_moves_in_one_document_each_answer_what_they_left()
    {
        var incident = await desk.ReportAsync();
        var data = await desk.Dispatcher.QueryAsync("""
            mutation ($one: MoveIncidentInput!, $two: AssignIncidentInput!) {
              registerIncident(input: $one) { incident { step steps { to } } } assignIncident(input: $two) { incident { step steps { to } } }
            }
            """, new
        {
            one = new { incident, expectedStep = "REPORTED", idempotencyKey = IncidentDesk.Key() },
            two = new { incident, expectedStep = "REGISTERED", patrolId = 1, idempotencyKey = IncidentDesk.Key() },
        });
        Assert.Equal(2, data.GetProperty("registerIncident").GetProperty("incident").GetProperty("steps").GetArrayLength());
        Assert.Equal(3, data.GetProperty("assignIncident").GetProperty("incident").GetProperty("steps").GetArrayLength());
    }

    private static Task<JsonElement> SendAsync(HttpClient client, string move, string incident, string step) => move switch
    {
        "assignIncident" => client.AssignAsync(incident, 2, expectedStep: step),
        "reassignIncident" => client.ReassignAsync(incident, 1, 2, step, "原因"),
        "extendIncident" => client.ChangeAsync(
            move,
            "ExtendIncidentInput",
            new { incident, expectedStep = step, amount = 1, unit = "WORKING_DAYS", note = "等待配件", idempotencyKey = IncidentDesk.Key() }),
        "registerIncident" or "acceptAssignment" or "closeIncident" => client.MoveAsync(move, incident, step),
        _ => client.ExplainAsync(move, incident, step, "原因"),
    };

    private static async Task<IEnumerable<string>> MovesAsync(HttpClient client, string incident)
    {
        var data = await client.QueryAsync("query ($number: String!) { incident(number: $number) { moves { move to needsNote } } }", new { number = incident });
        return data.GetProperty("incident").GetProperty("moves").EnumerateArray()
            .Select(way => $"{way.GetProperty("move")} {way.GetProperty("to")} {way.GetProperty("needsNote")}");
    }

    private static string Id(string number) => $"(SELECT id FROM incident WHERE number = '{number}')";

    private Task<long> CountAsync(string table, string condition) => desk.District.ReadAsync<long>($"SELECT count(*) FROM {table} WHERE {condition}");
}
