using System.Text.Json;
using GridMap.Platform.Access;
using GridMap.Server.Tests.Incidents;
using GridMap.Simulator;
using GridMap.Simulator.Roles;
using GridMap.Simulator.Scenarios;
using GridMap.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GridMap.Server.Tests.Simulator;

/// <summary>The simulator's roles against a real server, each with the token that `scripts/run` gives it.</summary>
public sealed class SimulatedRolesTests(IncidentDesk desk) : IClassFixture<IncidentDesk>
{
    private static readonly Delay AtOnce = new(0, 0);

    private static readonly RoadGraph Street = new(
        [RoadEdge.Parse("""[1, 1, 2, "residential", "和平路", 11, [1130000000, 400050000, 1130090000, 400050000]]""")]);

    private readonly Tally _tally = new();

    [Fact]
    public async Task Desk_and_field_take_their_own_incident_through_the_loop_and_leave_others_alone()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var number = await desk.ReportAsync("模拟积水");
        var others = await desk.ReportAsync("别人的");
        var cases = new Casebook(0, new Random(1));
        cases.Add(number);
        var fleet = new PatrolFleet(Street, 1);
        var now = DateTimeOffset.UtcNow;
        fleet.Follow([new(1, "grid_worker", 11)], now);
        var center = new Desk { RegisterSeconds = AtOnce, VerifySeconds = AtOnce, Rework = 0 };
        var field = new Field { AcceptSeconds = AtOnce, WorkSeconds = AtOnce, Declined = 0, MetersPerSecond = 20 };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(patience.Token);
        Task[] roles =
        [
            new DeskRole(await ApiAsync("desk", "incident.dispatch"), center, cases, TimeProvider.System, new Random(1)).RunAsync(stop.Token),
            new FieldRole(await ApiAsync("field", "incident.dispatch", "patrol.checkin"), field, cases, fleet, TimeProvider.System, new Random(1)).RunAsync(stop.Token),
        ];

        await UntilAsync(number, "REGISTERED", patience.Token);
        // No network leads to this district's patrols, so that a person sends one.
        Assert.Null((await desk.Dispatcher.AssignAsync(number, 1)).RefusalOf());
        await UntilAsync(number, "CLOSED", patience.Token, () => fleet.NextFix(now = now.AddSeconds(30)));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(roles));
        var incident = (await desk.Dispatcher.QueryAsync("query ($number: String!) { incident(number: $number) { onSceneAt steps { to actor } } }", new { number })).GetProperty("incident");
        Assert.NotEqual(JsonValueKind.Null, incident.GetProperty("onSceneAt").ValueKind);
        Assert.Equal("desk", incident.GetProperty("steps")[1].GetProperty("actor").GetString());
        Assert.Equal("REPORTED", await StepOfAsync(others));
        Assert.Equal("field", incident.GetProperty("steps")[3].GetProperty("actor").GetString());
    }

    [Theory]
    [InlineData("incident.dispatch", "mutation { makeWish(input: {idempotencyKey: \"12345678\", title: \"a\", kind: \"b\", position: {longitude: 113.005, latitude: 40.005}}) { refusal { code } } }")]
    [InlineData("volunteer.manage", "mutation { arriveAtIncident(incident: \"20260101-000001\") { refusal { code } } }")]
    public async Task A_token_is_good_for_its_own_role_only(string scope, string mutation)
    {
        var api = await ApiAsync($"only {scope}", scope);
        var answer = await api.AskAsync("mutation", mutation, new { }, CancellationToken.None);
        Assert.True(answer is null || answer.Value.EnumerateObject().Single().Value.GetProperty("refusal").GetProperty("code").GetString() is "NOT_ALLOWED" or "INCIDENT_UNKNOWN");
    }

    private async Task UntilAsync(string number, string step, CancellationToken patience, Action? meanwhile = null)
    {
        while (await StepOfAsync(number) != step)
        {
            meanwhile?.Invoke();
            await Task.Delay(100, patience);
        }
    }

    private async Task<string?> StepOfAsync(string number) =>
        (await desk.Dispatcher.QueryAsync("query ($number: String!) { incident(number: $number) { step } }", new { number })).GetProperty("incident").GetProperty("step").GetString();

    private async Task<PublicApi> ApiAsync(string name, params string[] scopes) => new(desk.Server.Connect(null), await TokenAsync(name, scopes), _tally);

    private async Task<string> TokenAsync(string name, params string[] scopes) => (await desk.Server.Services.GetRequiredService<AddServiceToken>().RunAsync(
        new NewServiceToken(name, scopes, null, null, Replaces: true), "test", CancellationToken.None)).Value;
}
