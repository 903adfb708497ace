using System.Text.Json;
using GridMap.Core.Access;
using GridMap.Core.Alarms;
using static GridMap.Server.Tests.Alarms.AlarmDesk;

namespace GridMap.Server.Tests.Alarms;

public sealed class AlarmSettingsTests : IAsyncLifetime
{
    private AlarmDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await StartAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task A_mute_silences_for_its_owner_alone_is_seen_by_others_and_ends()
    {
        await _desk.ReportAsync();
        await _desk.LookAsync(AlarmKind.UrgentIncident, Now);
        var other = await _desk.Server.SignInAsync(Role.Viewer);
        var input = Mute(kinds: ["URGENT_INCIDENT"]);
        var made = await MuteAsync(_desk.Dispatcher, input);
        Assert.Null(CodeOf(made));
        Assert.Equal(Id(made), Id(await MuteAsync(_desk.Dispatcher, input)));
        Assert.Equal("MUTED", Text(Assert.Single(await AlarmsAsync(_desk.Dispatcher)), "silence"));
        Assert.Equal(JsonValueKind.Null, Assert.Single(await AlarmsAsync(other)).GetProperty("silence").ValueKind);
        var seen = Assert.Single((await other.QueryAsync("{ alarmMutes { by isMine reason kinds area { id } } }")).GetProperty("alarmMutes").EnumerateArray());
        Assert.False(seen.GetProperty("isMine").GetBoolean());
        Assert.Equal("正在处置", Text(seen, "reason"));

        Assert.Equal("MUTE_UNKNOWN", CodeOf(await UnmuteAsync(other, Id(made))));
        Assert.Null(CodeOf(await UnmuteAsync(_desk.Dispatcher, Id(made))));
        Assert.Null(CodeOf(await UnmuteAsync(_desk.Dispatcher, Id(made))));
        Assert.Equal(JsonValueKind.Null, Assert.Single(await AlarmsAsync(_desk.Dispatcher)).GetProperty("silence").ValueKind);
        Assert.Equal(0, (await other.QueryAsync("{ alarmMutes { by } }")).GetProperty("alarmMutes").GetArrayLength());
        Assert.Equal(2L, await _desk.District.ReadAsync<long>("SELECT count(*) FROM change WHERE topic = 'alarm_settings'"));
    }

    [Fact]
    public async Task What_has_escalated_sounds_for_those_who_muted_it_too()
    {
        await _desk.ReportAsync();
        await _desk.LookAsync(AlarmKind.UrgentIncident, Now);
        await MuteAsync(_desk.Dispatcher, Mute());
        Assert.Equal("MUTED", Text(Assert.Single(await AlarmsAsync(_desk.Dispatcher)), "silence"));
        await _desk.EscalateAsync(Now.AddMinutes(3));
        Assert.Equal(JsonValueKind.Null, Assert.Single(await AlarmsAsync(_desk.Dispatcher)).GetProperty("silence").ValueKind);
    }

    [Fact]
    public async Task A_mute_without_an_end_within_a_shift_is_refused()
    {
        Assert.Equal("MUTE_TOO_LONG", CodeOf(await MuteAsync(_desk.Dispatcher, Mute(minutes: 800))));
        Assert.Equal("MUTE_END_PASSED", CodeOf(await MuteAsync(_desk.Dispatcher, Mute(minutes: -1))));
        Assert.Equal("AREA_UNKNOWN", CodeOf(await MuteAsync(_desk.Dispatcher, Mute(within: "999"))));
        Assert.Equal("NOT_ALLOWED", CodeOf(await MuteAsync(await _desk.Server.SignInAsync(Role.Field), Mute())));
        var key = Guid.NewGuid().ToString();
        Assert.Null(CodeOf(await MuteAsync(_desk.Dispatcher, Mute(key: key))));
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", CodeOf(await MuteAsync(_desk.Dispatcher, Mute(kinds: ["POINT_MISSED"], key: key))));
        for (var i = 1; i < 20; i++)
        {
            Assert.Null(CodeOf(await MuteAsync(_desk.Dispatcher, Mute())));
        }

        Assert.Equal("MUTES_TOO_MANY", CodeOf(await MuteAsync(_desk.Dispatcher, Mute())));
    }

    [Fact]
    public async Task Quiet_hours_are_ones_own_and_seen_by_others()
    {
        // All day, so that the hour of the test does not matter.
        var set = await QuietAsync(_desk.Dispatcher, new { weekdays = new[] { 1, 2, 3, 4, 5, 6, 7 }, startsAt = "00:00", endsAt = "00:00" });
        Assert.Null(CodeOf(set));
        await _desk.District.ExecuteAsync("UPDATE alarm_rule SET severity = 'warning' WHERE kind = 'urgent_incident'");
        await _desk.ReportAsync();
        await _desk.LookAsync(AlarmKind.UrgentIncident, Now);
        Assert.Equal("QUIET_HOURS", Text(Assert.Single(await AlarmsAsync(_desk.Dispatcher)), "silence"));
        var viewer = await _desk.Server.SignInAsync(Role.Viewer);
        Assert.Equal(
            """[{"isMine":false,"startsAt":"00:00","endsAt":"00:00","silencesUrgent":false}]""",
            (await viewer.QueryAsync("{ quietHours { isMine startsAt endsAt silencesUrgent } }")).GetProperty("quietHours").GetRawText());
        Assert.Equal("QUIET_HOURS_MALFORMED", CodeOf(await QuietAsync(_desk.Dispatcher, new { weekdays = new[] { 8 }, startsAt = "22:00", endsAt = "06:00" })));
        Assert.Equal("QUIET_HOURS_MALFORMED", CodeOf(await QuietAsync(_desk.Dispatcher, new { weekdays = new[] { 1 }, startsAt = "24:00", endsAt = "06:00" })));
        Assert.Null(CodeOf(await QuietAsync(_desk.Dispatcher, null)));
        Assert.Equal(0, (await viewer.QueryAsync("{ quietHours { by } }")).GetProperty("quietHours").GetArrayLength());
    }

    [Fact]
    public async Task A_rule_is_changed_by_who_saw_it_as_it_is()
    {
        var administrator = _desk.Server.Client;
        Assert.Equal("NOT_ALLOWED", CodeOf(await RuleAsync(_desk.Dispatcher, Rule())));
        Assert.Equal("NOT_ALLOWED", CodeOf(await RuleAsync(await _desk.Server.SignInAsync(Role.Administrator, SecondGrid), Rule())));
        Assert.Equal("ALARM_AFTER_OUT_OF_RANGE", CodeOf(await RuleAsync(administrator, Rule(after: 60))));
        Assert.Null(CodeOf(await RuleAsync(administrator, Rule())));
        Assert.Null(CodeOf(await RuleAsync(administrator, Rule())));
        var late = await RuleAsync(administrator, Rule(after: 1200));
        Assert.Equal("ALARM_RULE_CHANGED_MEANWHILE", CodeOf(late));
        Assert.Equal(900, late.GetProperty("rule").GetProperty("afterSeconds").GetInt32());
        Assert.Equal(1L, await _desk.District.ReadAsync<long>("SELECT count(*) FROM audit WHERE action = 'alarm_rule.changed'"));
        var rules = (await _desk.Dispatcher.QueryAsync("{ alarmRules { kind version } }")).GetProperty("alarmRules");
        Assert.Equal(6, rules.GetArrayLength());
        var changed = (await _desk.Dispatcher.QueryAsync("{ alarmRules { kind changes { by isEnabled severity afterSeconds repeatSeconds escalateSeconds } } }"))
            .GetProperty("alarmRules").EnumerateArray().Single(rule => rule.GetProperty("changes").GetArrayLength() > 0);
        Assert.Equal("PATROL_SILENT", Text(changed, "kind"));
        var change = Assert.Single(changed.GetProperty("changes").EnumerateArray());
        Assert.Equal("WARNING 900 3600", $"{Text(change, "severity")} {change.GetProperty("afterSeconds")} {change.GetProperty("escalateSeconds")}");
        Assert.NotEmpty(Text(change, "by"));
    }

    private static object Rule(int after = 900) => new
    {
        kind = "PATROL_SILENT",
        expectedVersion = 1,
        isEnabled = true,
        severity = "WARNING",
        afterSeconds = after,
        repeatSeconds = default(int?),
        escalateSeconds = 3600,
    };

    private static object Mute(string[]? kinds = null, int minutes = 30, string? within = null, string? key = null) => new
    {
        kinds,
        within,
        until = DateTimeOffset.UtcNow.AddMinutes(minutes),
        reason = "正在处置",
        idempotencyKey = key ?? Guid.NewGuid().ToString(),
    };

    private static string Id(JsonElement payload) => Text(payload.GetProperty("mute"), "id");

    private static async Task<JsonElement> MuteAsync(HttpClient client, object input) => (await client.QueryAsync(
        "mutation ($input: MuteAlarmsInput!) { muteAlarms(input: $input) { mute { id until isMine } refusal { code } } }", new { input })).GetProperty("muteAlarms");

    private static async Task<JsonElement> UnmuteAsync(HttpClient client, string id) =>
        (await client.QueryAsync("mutation ($id: ID!) { unmuteAlarms(id: $id) { mute { id } refusal { code } } }", new { id })).GetProperty("unmuteAlarms");

    private static async Task<JsonElement> QuietAsync(HttpClient client, object? hours) => (await client.QueryAsync(
        "mutation ($hours: QuietHoursInput) { setQuietHours(hours: $hours) { quietHours { startsAt } refusal { code } } }", new { hours })).GetProperty("setQuietHours");

    private static async Task<JsonElement> RuleAsync(HttpClient client, object input) => (await client.QueryAsync(
        "mutation ($input: ChangeAlarmRuleInput!) { changeAlarmRule(input: $input) { rule { version afterSeconds } refusal { code } } }", new { input })).GetProperty("changeAlarmRule");
}
