using System.Text.Json;
using GridMap.Core.Access;
using GridMap.Server.Alarms;
using GridMap.Server.Tests.Live;
using GridMap.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GridMap.Server.Tests.Alarms;

public sealed class WatchAlarmsTests : IAsyncLifetime
{
    private const string Urgent = "10108";

    private LiveDistrict _district = null!;

    public async Task InitializeAsync()
    {
        _district = await LiveDistrict.CreateAsync();
        // Positions are nobody's here; what is reported is.
        await _district.ExecuteAsync("UPDATE alarm_rule SET is_enabled = kind IN ('urgent_incident', 'deadline_passed')");
    }

    public async Task DisposeAsync() => await _district.DisposeAsync();

    [Fact]
    public async Task An_alarm_is_heard_soon_after_the_report_and_again_when_it_is_acknowledged_and_cleared()
    {
        await using var server = await WatchAsync();
        var dispatcher = await server.SignInAsync(Role.Dispatcher);
        await using var events = await SubscribeAsync(dispatcher);
        Assert.True((await NextAsync(events)).GetProperty("resync").GetBoolean());
        var number = await ReportAsync(dispatcher);
        var alarm = (await NextAsync(events)).GetProperty("alarm");
        Assert.Equal(number, AlarmDesk.Text(alarm, "subjectName"));
        Assert.Null(AlarmDesk.CodeOf(await AlarmDesk.AcknowledgeAsync(dispatcher, AlarmDesk.Text(alarm, "id"))));
        Assert.Equal("ACKNOWLEDGED", AlarmDesk.Text((await NextAsync(events)).GetProperty("alarm"), "state"));
        await dispatcher.QueryAsync(
            "mutation ($input: ExplainedMoveInput!) { voidIncident(input: $input) { refusal { code } } }",
            new { input = new { incident = number, expectedStep = "REPORTED", note = "误报", idempotencyKey = Guid.NewGuid() } });
        Assert.Equal("CLEARED", AlarmDesk.Text((await NextAsync(events)).GetProperty("alarm"), "state"));
    }

    [Fact]
    public async Task From_a_cursor_on_no_alarm_is_missed_and_none_outside_ones_area_is_heard()
    {
        await using var server = await WatchAsync();
        var dispatcher = await server.SignInAsync(Role.Dispatcher);
        var own = await server.SignInAsync(Role.Viewer, AlarmDesk.SecondGrid);
        string cursor;
        await using (var before = await SubscribeAsync(own))
        {
            await NextAsync(before);
            await ReportAsync(dispatcher, longitude: 113.015);
            cursor = AlarmDesk.Text(await NextAsync(before), "cursor");
        }

        await ReportAsync(dispatcher);
        var second = await ReportAsync(dispatcher, longitude: 113.015);
        await using var events = await SubscribeAsync(own, cursor);
        Assert.Equal(second, AlarmDesk.Text((await NextAsync(events)).GetProperty("alarm"), "subjectName"));
    }

    [Fact]
    public async Task Two_servers_over_one_database_raise_each_alarm_once()
    {
        await using var first = await WatchAsync();
        await using var second = await WatchAsync();
        var clients = new[] { await first.SignInAsync(Role.Dispatcher), await second.SignInAsync(Role.Dispatcher) };
        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => ReportAsync(clients[i % 2])));
        await EventuallyAsync("SELECT count(*) FROM alarm", 30);
        // One more round of both: whoever was about to raise one again has done so by then.
        await ReportAsync(clients[0]);
        await EventuallyAsync("SELECT count(*) FROM alarm", 31);
        Assert.Equal(31L, await _district.ReadAsync<long>("SELECT count(*) FROM alarm_event"));
    }

    [Fact]
    public async Task What_became_wrong_while_no_server_ran_is_an_alarm_when_one_starts_and_stays_the_same_one_after_a_restart()
    {
        await using (var server = await TestServer.StartAsync(_district.Database))
        {
            await ReportAsync(server.Client);
        }

        for (var start = 0; start < 2; start++)
        {
            await using var server = await WatchAsync();
            await EventuallyAsync("SELECT count(*) FROM alarm WHERE state = 'raised'", 1);
        }

        Assert.Equal(1L, await _district.ReadAsync<long>("SELECT count(*) FROM alarm_event"));
    }

    private Task<TestServer> WatchAsync() => _district.StartServerAsync(services => services.AddSingleton(new AlarmOptions { TickEvery = TimeSpan.FromMilliseconds(200) }));

    private async Task EventuallyAsync(string count, long expected)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await _district.ReadAsync<long>(count) < expected)
        {
            await Task.Delay(20, patience.Token);
        }

        Assert.Equal(expected, await _district.ReadAsync<long>(count));
    }

    private static async Task<string> ReportAsync(HttpClient client, double longitude = 113.005)
    {
        var input = new { classCode = Urgent, description = "井盖缺失", position = new { longitude, latitude = 40.005 }, idempotencyKey = Guid.NewGuid() };
        var payload = (await client.QueryAsync(
            "mutation ($input: ReportIncidentInput!) { reportIncident(input: $input) { incident { number } refusal { code } } }", new { input })).GetProperty("reportIncident");
        return AlarmDesk.Text(payload.GetProperty("incident"), "number");
    }

    private static Task<GraphQLEvents> SubscribeAsync(HttpClient client, string? cursor = null) => GraphQLEvents.OpenAsync(
        client, "subscription ($cursor: String) { alarmChanged(cursor: $cursor) { cursor resync alarm { id state subjectName } } }", new { cursor });

    private static async Task<JsonElement> NextAsync(GraphQLEvents events)
    {
        var answer = Assert.NotNull(await events.NextAsync());
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data").GetProperty("alarmChanged");
    }
}
