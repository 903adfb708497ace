using System.Text.Json;
using GridMap.Core.Access;
using GridMap.Core.Alarms;
using static GridMap.Server.Tests.Alarms.AlarmDesk;

namespace GridMap.Server.Tests.Alarms;

public sealed class EvaluateAlarmsTests : IAsyncLifetime
{
    private AlarmDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await StartAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task An_urgent_incident_is_an_alarm_until_somebody_is_sent()
    {
        var incident = await _desk.ReportAsync();
        await _desk.ReportAsync(urgency: "normal");
        Assert.Equal(1, await _desk.LookAsync(AlarmKind.UrgentIncident, Now));
        Assert.Equal(0, await _desk.LookAsync(AlarmKind.UrgentIncident, Now.AddSeconds(1)));
        var alarm = Assert.Single(await AlarmsAsync(_desk.Dispatcher));
        Assert.Equal("URGENT_INCIDENT URGENT RAISED", $"{Text(alarm, "kind")} {Text(alarm, "severity")} {Text(alarm, "state")}");
        Assert.Equal(Text(alarm.GetProperty("incident"), "number"), Text(alarm, "subjectName"));
        Assert.Equal("11", Text(alarm.GetProperty("grid"), "id"));
        Assert.Equal(30, alarm.GetProperty("repeatSeconds").GetInt32());
        Assert.Equal(Now.AddSeconds(180), alarm.GetProperty("escalatesAt").GetDateTimeOffset());

        await _desk.MoveAsync(incident, "assigned");
        Assert.Equal(1, await _desk.LookAsync(AlarmKind.UrgentIncident, Now.AddMinutes(1), incident.ToString()));
        alarm = Assert.Single(await AlarmsAsync(_desk.Dispatcher));
        Assert.Equal("CLEARED", Text(alarm, "state"));
        Assert.Equal("RAISED CLEARED", History(alarm));
        Assert.Equal(0, await _desk.EscalateAsync(Now.AddHours(1)));

        // Nobody is on it again: that is another alarm.
        await _desk.MoveAsync(incident, "registered");
        Assert.Equal(1, await _desk.LookAsync(AlarmKind.UrgentIncident, Now.AddMinutes(2)));
        Assert.Equal(2, (await AlarmsAsync(_desk.Dispatcher)).Count);
    }

    [Fact]
    public async Task A_deadline_is_an_alarm_from_its_very_instant_on()
    {
        var due = Now.AddHours(1);
        var incident = await _desk.ReportAsync(urgency: "normal", due: due);
        Assert.Equal(0, await _desk.LookAsync(AlarmKind.DeadlinePassed, due.AddTicks(-10)));
        Assert.Equal(1, await _desk.LookAsync(AlarmKind.DeadlinePassed, due));
        Assert.Equal(due, Assert.Single(await AlarmsAsync(_desk.Dispatcher)).GetProperty("since").GetDateTimeOffset());
        await _desk.MoveAsync(incident, "closed");
        Assert.Equal(1, await _desk.LookAsync(AlarmKind.DeadlinePassed, due.AddMinutes(1)));
    }

    [Fact]
    public async Task Looking_at_one_thing_leaves_the_alarms_of_others_alone()
    {
        var first = await _desk.ReportAsync();
        var second = await _desk.ReportAsync(grid: 12);
        Assert.Equal(2, await _desk.LookAsync(AlarmKind.UrgentIncident, Now));
        await _desk.MoveAsync(first, "voided");
        await _desk.MoveAsync(second, "voided");
        Assert.Equal(1, await _desk.LookAsync(AlarmKind.UrgentIncident, Now, first.ToString()));
        Assert.Equal(1, await _desk.LookAsync(AlarmKind.UrgentIncident, Now, second.ToString()));
    }

    [Fact]
    public async Task A_point_that_was_missed_yesterday_is_an_alarm_from_midnight_until_it_is_visited()
    {
        var midnight = new DateTimeOffset(2026, 6, 3, 0, 0, 0, TimeSpan.FromHours(8));
        await _desk.District.ExecuteAsync(
            """
            INSERT INTO patrol_point (id, code, name, kind, required_visits, required_per, grid_id, position)
            VALUES
                (1, 'XL-001', '和平路口', 'junction', 1, 'day', 11, ST_SetSRID(ST_MakePoint(113.005, 40.005), 4326)),
                (2, 'XL-002', '东风桥', 'bridge', 1, 'day', 12, ST_SetSRID(ST_MakePoint(113.015, 40.005), 4326));
            INSERT INTO check_in (patrol_point_id, patrol_id, checked_at, distance_meters)
            VALUES (1, 1, '2026-06-01 12:00+08', 3), (1, 1, '2026-06-02 23:59:59+08', 3), (2, 2, '2026-06-01 12:00+08', 3)
            """);
        Assert.Equal(0, await _desk.LookAsync(AlarmKind.PointMissed, midnight.AddSeconds(-1)));
        Assert.Equal(1, await _desk.LookAsync(AlarmKind.PointMissed, midnight));
        var alarm = Assert.Single(await AlarmsAsync(_desk.Dispatcher));
        Assert.Equal("东风桥", Text(alarm, "subjectName"));
        Assert.Equal("XL-002", Text(alarm.GetProperty("patrolPoint"), "code"));
        Assert.Equal(midnight, alarm.GetProperty("since").GetDateTimeOffset());
        Assert.Equal(JsonValueKind.Null, alarm.GetProperty("repeatSeconds").ValueKind);

        await _desk.District.ExecuteAsync("INSERT INTO check_in (patrol_point_id, patrol_id, checked_at, distance_meters) VALUES (2, 2, '2026-06-03 00:10+08', 3)");
        Assert.Equal(1, await _desk.LookAsync(AlarmKind.PointMissed, midnight.AddMinutes(10), "2"));
        Assert.Equal("CLEARED", Text(Assert.Single(await AlarmsAsync(_desk.Dispatcher)), "state"));
    }

    [Fact]
    public async Task What_nobody_acknowledges_in_time_escalates_once()
    {
        await _desk.ReportAsync();
        var second = await _desk.ReportAsync(grid: 12);
        await _desk.LookAsync(AlarmKind.UrgentIncident, Now);
        var known = (await AlarmsAsync(_desk.Dispatcher, "{ within: \"12\" }"))[0];
        Assert.Null(CodeOf(await AcknowledgeAsync(_desk.Dispatcher, Text(known, "id"))));
        Assert.Equal(0, await _desk.EscalateAsync(Now.AddSeconds(179)));
        Assert.Equal(1, await _desk.EscalateAsync(Now.AddSeconds(180)));
        Assert.Equal(0, await _desk.EscalateAsync(Now.AddSeconds(181)));
        var escalated = Assert.Single(await AlarmsAsync(_desk.Dispatcher, "{ isEscalated: true }"));
        Assert.Equal("RAISED ESCALATED", History(escalated));
        Assert.Equal("RAISED ACKNOWLEDGED", History((await AlarmsAsync(_desk.Dispatcher, "{ isEscalated: false }"))[0]));

        // Acknowledged is not right again: it stays one alarm until somebody is sent.
        Assert.Equal(0, await _desk.LookAsync(AlarmKind.UrgentIncident, Now.AddMinutes(4)));
        await _desk.MoveAsync(second, "assigned");
        await _desk.LookAsync(AlarmKind.UrgentIncident, Now.AddMinutes(5));
        Assert.Equal("RAISED ACKNOWLEDGED CLEARED", History((await AlarmsAsync(_desk.Dispatcher, "{ within: \"12\" }"))[0]));
    }

    [Fact]
    public async Task A_rule_is_data_and_a_kind_that_is_switched_off_has_no_alarms()
    {
        await _desk.ReportAsync();
        await _desk.District.ExecuteAsync("UPDATE alarm_rule SET after_seconds = 60, severity = 'notice', repeat_seconds = NULL, escalate_seconds = NULL WHERE kind = 'urgent_incident'");
        Assert.Equal(0, await _desk.LookAsync(AlarmKind.UrgentIncident, Now.AddSeconds(59)));
        Assert.Equal(1, await _desk.LookAsync(AlarmKind.UrgentIncident, Now.AddSeconds(60)));
        var alarm = Assert.Single(await AlarmsAsync(_desk.Dispatcher, "{ severities: [NOTICE] }"));
        Assert.Equal(JsonValueKind.Null, alarm.GetProperty("escalatesAt").ValueKind);
        await _desk.District.ExecuteAsync("UPDATE alarm_rule SET is_enabled = false WHERE kind = 'urgent_incident'");
        Assert.Equal(1, await _desk.LookAsync(AlarmKind.UrgentIncident, Now.AddSeconds(61)));
        Assert.Equal("CLEARED", Text(Assert.Single(await AlarmsAsync(_desk.Dispatcher)), "state"));
    }

    [Fact]
    public async Task Many_who_look_at_once_raise_each_alarm_once()
    {
        for (var i = 0; i < 20; i++)
        {
            await _desk.ReportAsync(grid: i % 2 == 0 ? 11 : 12);
        }

        var changed = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _desk.LookAsync(AlarmKind.UrgentIncident, Now)));
        Assert.Equal(20, changed.Sum());
        Assert.Equal(20L, await _desk.District.ReadAsync<long>("SELECT count(*) FROM alarm"));
        Assert.Equal(20L, await _desk.District.ReadAsync<long>("SELECT count(*) FROM alarm_event"));
        Assert.Equal(20L, await _desk.District.ReadAsync<long>("SELECT count(*) FROM change WHERE topic = 'alarm' AND envelope IS NOT NULL AND grid_id IN (11, 12)"));
    }

    [Fact]
    public async Task One_sees_the_alarms_of_ones_own_area()
    {
        await _desk.ReportAsync();
        await _desk.ReportAsync(grid: 12);
        await _desk.LookAsync(AlarmKind.UrgentIncident, Now);
        var own = await _desk.Server.SignInAsync(Role.Viewer, SecondGrid);
        Assert.Equal("12", Text(Assert.Single(await AlarmsAsync(own)).GetProperty("grid"), "id"));
        var counted = await own.QueryAsync("{ alarms { totalCount } alarmTotals { raised groups { kind severity raised } } }");
        Assert.Equal(1, counted.GetProperty("alarms").GetProperty("totalCount").GetInt32());
        Assert.Equal("""{"raised":1,"groups":[{"kind":"URGENT_INCIDENT","severity":"URGENT","raised":1}]}""", counted.GetProperty("alarmTotals").GetRawText());
        Assert.Equal("NOT_ALLOWED", await (await _desk.Server.SignInAsync(Role.Field)).ErrorCodeAsync("{ alarms { totalCount } }"));
    }
}
