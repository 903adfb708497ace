using System.Text.Json;
using GridMap.Core.Access;
using GridMap.Core.Incidents;

namespace GridMap.Server.Tests.Incidents;

public sealed class SideStepTests(IncidentDesk desk) : IClassFixture<IncidentDesk>
{
    private const string Fields = """
        step revision isOpen isOverdue dueAt closedAt suspendedAt supervisedAt extensions calledBackAt rating duplicateOf { number } duplicates { number }
        deadlines { step warnAt dueAt reachedAt } steps { from to at move patrolId amount unit relatedId rating }
        assignments { patrolId finishedAt } moves { move }
        """;

    [Fact]
    public async Task More_time_moves_the_deadline_and_its_warning_twice_and_no_more()
    {
        var incident = await desk.ReportUntilAsync("REGISTERED");
        var before = await LoadAsync(incident);
        Assert.Equal("EXTENSION_OUT_OF_RANGE", (await ExtendAsync(incident, 31)).RefusalOf());
        Assert.Equal("EXTENSION_OUT_OF_RANGE", (await ExtendAsync(incident, 0)).RefusalOf());
        Assert.Null((await ExtendAsync(incident, 2)).RefusalOf());
        var after = await LoadAsync(incident);
        Assert.True(after.At("dueAt") > before.At("dueAt"));
        Assert.True(Closing(after).At("warnAt") > Closing(before).At("warnAt"));
        Assert.Equal(after.At("dueAt"), Closing(after).At("dueAt"));
        Assert.Equal((1, 2, "WORKING_DAYS"), (
            after.GetProperty("extensions").GetInt32(),
            after.GetProperty("steps").EnumerateArray().Last().GetProperty("amount").GetInt32(),
            after.GetProperty("steps").EnumerateArray().Last().GetProperty("unit").GetString()));
        Assert.Null((await ExtendAsync(incident, 1)).RefusalOf());
        Assert.Equal("EXTENSIONS_USED", (await ExtendAsync(incident, 1)).RefusalOf());
    }

    [Fact]
    public async Task A_suspended_one_is_neither_due_nor_moved_until_it_is_resumed()
    {
        var incident = await desk.ReportUntilAsync("ASSIGNED");
        var before = await LoadAsync(incident);
        Assert.Equal("INCIDENT_NOT_SUSPENDED", (await desk.Dispatcher.MoveAsync("resumeIncident", incident, "ASSIGNED")).RefusalOf());
        Assert.Null((await desk.Dispatcher.ExplainAsync("suspendIncident", incident, "ASSIGNED", "等待权属单位")).RefusalOf());
        var suspended = await LoadAsync(incident);
        Assert.Equal(JsonValueKind.Null, suspended.GetProperty("dueAt").ValueKind);
        Assert.Equal(JsonValueKind.Null, Closing(suspended).GetProperty("dueAt").ValueKind);
        Assert.NotEqual(JsonValueKind.Null, suspended.GetProperty("suspendedAt").ValueKind);
        Assert.Equal(["VOID", "MERGE", "RESUME", "SUPERVISE"], suspended.GetProperty("moves").EnumerateArray().Select(way => way.GetProperty("move").GetString()));
        Assert.Equal("INCIDENT_SUSPENDED", (await desk.Dispatcher.MoveAsync("acceptAssignment", incident, "ASSIGNED")).RefusalOf());
        Assert.Equal("INCIDENT_SUSPENDED", (await ExtendAsync(incident, 1, "ASSIGNED")).RefusalOf());
        Assert.Null((await desk.Dispatcher.MoveAsync("resumeIncident", incident, "ASSIGNED")).RefusalOf());
        var resumed = await LoadAsync(incident);
        Assert.True(resumed.At("dueAt") >= before.At("dueAt"));
        Assert.Equal(resumed.At("dueAt"), Closing(resumed).At("dueAt"));
        Assert.Null((await desk.Dispatcher.MoveAsync("acceptAssignment", incident, "ASSIGNED")).RefusalOf());
    }

    [Fact]
    public async Task What_is_late_is_neither_extended_nor_suspended()
    {
        var incident = await desk.ReportUntilAsync("REGISTERED");
        await desk.District.ExecuteAsync($"UPDATE incident SET due_at = now() - interval '1 second' WHERE number = '{incident}'");
        Assert.Equal("DEADLINE_PASSED", (await ExtendAsync(incident, 1)).RefusalOf());
        Assert.Equal("DEADLINE_PASSED", (await desk.Dispatcher.ExplainAsync("suspendIncident", incident, "REGISTERED", "等待")).RefusalOf());
        Assert.Null((await desk.Dispatcher.ExplainAsync("superviseIncident", incident, "REGISTERED", "请尽快处置")).RefusalOf());
        Assert.NotEqual(JsonValueKind.Null, (await LoadAsync(incident)).GetProperty("supervisedAt").ValueKind);
    }

    [Fact]
    public async Task Whoever_found_it_deals_with_it_on_the_spot()
    {
        var incident = await desk.ReportAsync();
        var field = await desk.SignInAsPatrolAsync(1);
        Assert.Equal("CLOSED", (await field.ExplainAsync("selfHandleIncident", incident, "REPORTED", "已当场清理")).StepOf());
        Assert.NotEqual(JsonValueKind.Null, (await LoadAsync(incident)).GetProperty("closedAt").ValueKind);
    }

    [Fact]
    public async Task A_closed_one_is_called_back_rated_once_and_reopened_with_a_new_clock()
    {
        var incident = await desk.ReportUntilAsync("CLOSED");
        Assert.Null((await desk.Dispatcher.ExplainAsync("callBackIncident", incident, "CLOSED", "群众称仍有异味")).RefusalOf());
        Assert.Equal("RATING_OUT_OF_RANGE", (await RateAsync(incident, 6)).RefusalOf());
        Assert.Null((await RateAsync(incident, 2)).RefusalOf());
        Assert.Equal("RATED_ALREADY", (await RateAsync(incident, 5)).RefusalOf());
        var rated = await LoadAsync(incident);
        Assert.Equal(2, rated.GetProperty("rating").GetInt32());
        Assert.NotEqual(JsonValueKind.Null, rated.GetProperty("calledBackAt").ValueKind);
        Assert.Equal("NOTE_MISSING", (await desk.Dispatcher.ExplainAsync("reopenIncident", incident, "CLOSED", "")).RefusalOf());
        Assert.Equal("REGISTERED", (await desk.Dispatcher.ExplainAsync("reopenIncident", incident, "CLOSED", "问题再现")).StepOf());
        var reopened = await LoadAsync(incident);
        foreach (var name in new[] { "closedAt", "calledBackAt", "rating" })
        {
            Assert.Equal(JsonValueKind.Null, reopened.GetProperty(name).ValueKind);
        }

        Assert.True(reopened.At("dueAt") >= rated.At("dueAt"));
        Assert.Null((await desk.Dispatcher.AssignAsync(incident, 1)).RefusalOf());
    }

    [Fact]
    public async Task What_tells_of_the_same_thing_is_found_and_merged()
    {
        var (first, second) = (await desk.ReportAsync("同一处垃圾"), await desk.ReportAsync("还是那处垃圾"));
        await desk.District.ExecuteAsync($"UPDATE incident SET position = ST_SetSRID(ST_MakePoint(113.0012, 40.0012), 4326) WHERE number = '{first}'");
        await desk.District.ExecuteAsync($"UPDATE incident SET position = ST_SetSRID(ST_MakePoint(113.0013, 40.0012), 4326) WHERE number = '{second}'");
        var possible = (await desk.Dispatcher.QueryAsync(
            "query ($number: String!) { incident(number: $number) { possibleDuplicates { incident { number } meters secondsApart isSameClass } } }", new { number = second }))
            .GetProperty("incident").GetProperty("possibleDuplicates");
        var found = Assert.Single(possible.EnumerateArray());
        Assert.Equal(first, found.GetProperty("incident").GetProperty("number").GetString());
        Assert.InRange(found.GetProperty("meters").GetDouble(), 8, 9);
        Assert.True(found.GetProperty("isSameClass").GetBoolean());

        Assert.Equal("MERGE_INTO_ITSELF", (await MergeAsync(second, second)).RefusalOf());
        Assert.Equal("MERGE_TARGET_UNKNOWN", (await MergeAsync(second, "20000101-000001")).RefusalOf());
        Assert.Equal("INCIDENT_KEY_MALFORMED", (await MergeAsync(second, "x")).RefusalOf());
        Assert.Equal("VOIDED", (await MergeAsync(second, first)).StepOf());
        Assert.Equal(first, (await LoadAsync(second)).GetProperty("duplicateOf").GetProperty("number").GetString());
        Assert.Equal(second, Assert.Single((await LoadAsync(first)).GetProperty("duplicates").EnumerateArray()).GetProperty("number").GetString());
        var third = await desk.ReportAsync();
        Assert.Equal("MERGE_TARGET_UNFIT", (await MergeAsync(third, second)).RefusalOf());
        Assert.Equal("INCIDENT_HAS_DUPLICATES", (await MergeAsync(first, third)).RefusalOf());
        Assert.Equal("REGISTERED", (await desk.Dispatcher.ExplainAsync("reopenIncident", second, "VOIDED", "并非同一处")).StepOf());
        Assert.Empty((await LoadAsync(first)).GetProperty("duplicates").EnumerateArray());
    }

    [Fact]
    public async Task Of_two_that_are_merged_into_each_other_at_once_one_goes_on()
    {
        for (var i = 0; i < 5; i++)
        {
            var (one, other) = (await desk.ReportAsync(), await desk.ReportAsync());
            var answers = await Task.WhenAll(MergeAsync(one, other), MergeAsync(other, one));
            Assert.Single(answers, answer => answer.RefusalOf() is null);
            Assert.Equal(1L, await desk.District.ReadAsync<long>($"SELECT count(*) FROM incident WHERE number IN ('{one}', '{other}') AND step = 'reported'"));
        }
    }

    [Fact]
    public async Task Who_may_not_see_the_other_one_cannot_merge_into_it()
    {
        var (here, there) = (await desk.ReportAsync(), await desk.ReportAsync(inSecondGrid: true));
        var ofOneGrid = await desk.Server.SignInAsync(Role.Dispatcher, IncidentDesk.FirstGrid);
        Assert.Equal("MERGE_TARGET_UNKNOWN", (await MergeAsync(here, there, ofOneGrid)).RefusalOf());
    }

    /// <summary>Seeded ways over the interface: what is stored is what its history tells, and a patrol is sent once at a time.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_random_way_leaves_what_its_history_tells(int seed)
    {
        var chance = new Random(seed);
        var incident = await desk.ReportAsync();
        for (var i = 0; i < 25; i++)
        {
            var present = await LoadAsync(incident);
            var moves = present.GetProperty("moves").EnumerateArray().Select(way => way.GetProperty("move").GetString()!).ToList();
            var move = moves[chance.Next(moves.Count)];
            var payload = await MakeAsync(move, incident, present, chance);
            Assert.True(payload.RefusalOf() is null, $"{move} at {present.GetProperty("step")}: {payload.GetProperty("refusal")}");
            await AssertHoldsAsync(incident, $"seed {seed}, move {i}: {move}");
        }
    }

    private async Task AssertHoldsAsync(string incident, string way)
    {
        var present = await LoadAsync(incident);
        var history = present.GetProperty("steps").EnumerateArray().Select(Entry).ToList();
        var told = Standing.Replay(history);
        var stored = new Standing(
            Named<Step>(present.GetProperty("step"))!.Value,
            present.GetProperty("suspendedAt").ValueKind != JsonValueKind.Null,
            null,
            present.GetProperty("extensions").GetInt32(),
            present.GetProperty("supervisedAt").ValueKind != JsonValueKind.Null,
            null,
            present.GetProperty("calledBackAt").ValueKind != JsonValueKind.Null,
            present.GetProperty("rating").ValueKind == JsonValueKind.Null ? null : present.GetProperty("rating").GetInt32());
        Assert.True(told with { DuplicateOf = null } == stored, $"{way}: told {told}, stored {stored}");
        Assert.Equal(told.DuplicateOf is null, present.GetProperty("duplicateOf").ValueKind == JsonValueKind.Null);
        Assert.Equal(history.Count, present.GetProperty("revision").GetInt32());
        var open = present.GetProperty("assignments").EnumerateArray().Count(sent => sent.GetProperty("finishedAt").ValueKind == JsonValueKind.Null);
        Assert.True(open == (told.Step is Step.Assigned or Step.Handling ? 1 : 0), $"{way}: {open} open at {told.Step}");
        if (present.GetProperty("isOpen").GetBoolean())
        {
            Assert.Equal(present.GetProperty("dueAt").GetRawText(), Closing(present).GetProperty("dueAt").GetRawText());
            // What on-time handling is counted by is what the deadlines tell.
            var outcome = DeadlineOf(present, "FEEDBACK");
            var kept = await desk.District.ReadAsync<string>($"SELECT concat_ws('|', handling_due_at IS NULL, handling_due_at = '{outcome.GetProperty("dueAt")}', incident_handled(id, step) IS NULL, incident_handled(id, step) = '{outcome.GetProperty("reachedAt")}') FROM incident WHERE number = '{incident}'".Replace("= ''", "= NULL", StringComparison.Ordinal));
            string Told(string name) => outcome.GetProperty(name).ValueKind == JsonValueKind.Null ? "t" : "f|t";
            Assert.True($"{Told("dueAt")}|{Told("reachedAt")}" == kept, $"{way}: {outcome} but {kept}");
        }
    }

    private async Task<JsonElement> MakeAsync(string move, string incident, JsonElement present, Random chance)
    {
        var step = present.GetProperty("step").GetString()!;
        var sent = present.GetProperty("assignments").EnumerateArray()
            .Where(assignment => assignment.GetProperty("finishedAt").ValueKind == JsonValueKind.Null)
            .Select(assignment => int.Parse(assignment.GetProperty("patrolId").GetString()!, System.Globalization.CultureInfo.InvariantCulture)).FirstOrDefault();
        return move switch
        {
            "REGISTER" => await desk.Dispatcher.MoveAsync("registerIncident", incident, step),
            "ASSIGN" => await desk.Dispatcher.AssignAsync(incident, chance.Next(1, 4)),
            "ACCEPT" => await desk.Dispatcher.MoveAsync("acceptAssignment", incident, step),
            "CLOSE" => await desk.Dispatcher.MoveAsync("closeIncident", incident, step),
            "RESUME" => await desk.Dispatcher.MoveAsync("resumeIncident", incident, step),
            "REASSIGN" => await desk.Dispatcher.ReassignAsync(incident, sent, (sent % 3) + 1, step, "换人"),
            "EXTEND" => await ExtendAsync(incident, chance.Next(1, 4), step),
            "MERGE" => await MergeAsync(incident, await desk.ReportAsync(), expectedStep: step),
            "RATE" => await RateAsync(incident, chance.Next(1, 6)),
            "DECLINE" => await desk.Dispatcher.ExplainAsync("declineAssignment", incident, step, "原因"),
            "SUBMIT_FEEDBACK" => await desk.Dispatcher.ExplainAsync("submitFeedback", incident, step, "已清理"),
            "SELF_HANDLE" => await desk.Dispatcher.ExplainAsync("selfHandleIncident", incident, step, "已清理"),
            "CALL_BACK" => await desk.Dispatcher.ExplainAsync("callBackIncident", incident, step, "满意"),
            _ => await desk.Dispatcher.ExplainAsync($"{move.ToLowerInvariant()}Incident", incident, step, "原因"),
        };
    }

    private static HistoryEntry Entry(JsonElement step) => new(
        Named<Move>(step.GetProperty("move")),
        Named<Step>(step.GetProperty("from")),
        Named<Step>(step.GetProperty("to"))!.Value,
        step.At("at"),
        RelatedId: step.GetProperty("relatedId").ValueKind == JsonValueKind.Null ? null : step.GetProperty("relatedId").GetGuid(),
        Rating: step.GetProperty("rating").ValueKind == JsonValueKind.Null ? null : step.GetProperty("rating").GetInt32());

    private static T? Named<T>(JsonElement name)
        where T : struct, Enum =>
        name.GetString() is { } text ? Enum.Parse<T>(text.Replace("_", "", StringComparison.Ordinal), ignoreCase: true) : null;

    private static JsonElement Closing(JsonElement incident) => DeadlineOf(incident, "CLOSED");

    private static JsonElement DeadlineOf(JsonElement incident, string step) =>
        incident.GetProperty("deadlines").EnumerateArray().Single(deadline => deadline.GetProperty("step").GetString() == step);

    private async Task<JsonElement> LoadAsync(string incident) => (await desk.Dispatcher.QueryAsync(
        $"query ($number: String!) {{ incident(number: $number) {{ {Fields} }} }}", new { number = incident })).GetProperty("incident");

    private Task<JsonElement> ExtendAsync(string incident, int amount, string expectedStep = "REGISTERED") => desk.Dispatcher.ChangeAsync(
        "extendIncident",
        "ExtendIncidentInput",
        new { incident, expectedStep, amount, unit = "WORKING_DAYS", note = "等待配件", idempotencyKey = IncidentDesk.Key() });

    private Task<JsonElement> MergeAsync(string incident, string into, HttpClient? client = null, string expectedStep = "REPORTED") =>
        (client ?? desk.Dispatcher).ChangeAsync(
            "mergeIncident", "MergeIncidentInput", new { incident, expectedStep, into, idempotencyKey = IncidentDesk.Key() });

    private Task<JsonElement> RateAsync(string incident, int rating) => desk.Dispatcher.ChangeAsync(
        "rateIncident", "RateIncidentInput", new { incident, rating, idempotencyKey = IncidentDesk.Key() });
}

internal static class Instants
{
    public static DateTimeOffset At(this JsonElement of, string name) => of.GetProperty(name).GetDateTimeOffset();
}
