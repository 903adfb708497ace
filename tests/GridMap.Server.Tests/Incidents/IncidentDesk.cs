using System.Text.Json;
using GridMap.Core.Access;
using GridMap.Server.Tests.Live;
using GridMap.Testing;

namespace GridMap.Server.Tests.Incidents;

/// <summary>A running district of two grids in which incidents are reported and moved by GraphQL.</summary>
public sealed class IncidentDesk : IAsyncLifetime
{
    public const string FirstGrid = "140214001001001";
    public const string SecondGrid = "140214001001002";

    private LiveDistrict? _district;
    private TestServer? _server;

    public LiveDistrict District => _district ?? throw new InvalidOperationException("The district has not been made yet.");

    public TestServer Server => _server ?? throw new InvalidOperationException("The server has not been started yet.");

    /// <summary>A dispatcher of the whole place.</summary>
    public HttpClient Dispatcher { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _district = await LiveDistrict.CreateAsync();
        _server = await _district.StartServerAsync();
        Dispatcher = await Server.SignInAsync(Role.Dispatcher);
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        await District.DisposeAsync();
    }

    /// <summary>Somebody of the field in the first grid who belongs to a patrol.</summary>
    public async Task<HttpClient> SignInAsPatrolAsync(int patrolId)
    {
        var client = await Server.SignInAsync(Role.Field, FirstGrid);
        await District.ExecuteAsync($"UPDATE account SET patrol_id = {patrolId} WHERE id = (SELECT max(id) FROM account)");
        return client;
    }

    public static string Key() => Guid.NewGuid().ToString();

    /// <summary>The number of a new incident in the first grid, or in the second.</summary>
    public async Task<string> ReportAsync(string description = "垃圾堆积", bool inSecondGrid = false, string? key = null)
    {
        var payload = await Dispatcher.ChangeAsync("reportIncident", "ReportIncidentInput", Report(description, inSecondGrid, key));
        Assert.Equal(JsonValueKind.Null, payload.GetProperty("refusal").ValueKind);
        return payload.GetProperty("incident").GetProperty("number").GetString()!;
    }

    public static object Report(string description, bool inSecondGrid = false, string? key = null) => new
    {
        classCode = "20102",
        description,
        position = new { longitude = inSecondGrid ? 113.015 : 113.005, latitude = 40.005 },
        idempotencyKey = key ?? Key(),
    };

    /// <summary>A new incident that has been moved to a step on the straight way.</summary>
    public async Task<string> ReportUntilAsync(string step)
    {
        var incident = await ReportAsync();
        (string Step, Func<Task<JsonElement>> Move)[] way =
        [
            ("REGISTERED", () => Dispatcher.MoveAsync("registerIncident", incident, "REPORTED")),
            ("ASSIGNED", () => Dispatcher.AssignAsync(incident, 1)),
            ("HANDLING", () => Dispatcher.MoveAsync("acceptAssignment", incident, "ASSIGNED")),
            ("FEEDBACK", () => Dispatcher.ExplainAsync("submitFeedback", incident, "HANDLING", "已清理")),
            ("CLOSED", () => Dispatcher.MoveAsync("closeIncident", incident, "FEEDBACK")),
        ];
        if (step == "VOIDED")
        {
            await Dispatcher.ExplainAsync("voidIncident", incident, "REPORTED", "误报");
            return incident;
        }

        foreach (var (reached, move) in way.TakeWhile((_, i) => step != "REPORTED" && (i == 0 || way[i - 1].Step != step)))
        {
            Assert.Equal(reached, (await move()).GetProperty("incident").GetProperty("step").GetString());
        }

        return incident;
    }
}

/// <summary>Changes of incidents as a client sends them; the answer is the payload.</summary>
internal static class IncidentChanges
{
    private const string Payload = """
        { incident { id number step onSceneAt closedAt source steps { from to actor note } revision
            assignments { patrolId assignedAt acceptedAt arrivedAt finishedAt outcome assignedBy assignedByName isMine } }
            refusal { code message messageZh } conflict { to at actor actorName } }
        """;

    public static async Task<JsonElement> ChangeAsync(this HttpClient client, string mutation, string type, object input) =>
        (await client.QueryAsync($"mutation ($input: {type}!) {{ {mutation}(input: $input) {Payload} }}", new { input })).GetProperty(mutation);

    public static Task<JsonElement> MoveAsync(this HttpClient client, string mutation, string incident, string expectedStep, string? key = null, string? note = null) =>
        client.ChangeAsync(mutation, "MoveIncidentInput", new { incident, expectedStep, note, idempotencyKey = key ?? IncidentDesk.Key() });

    public static Task<JsonElement> AssignAsync(this HttpClient client, string incident, int patrolId, string? key = null, string expectedStep = "REGISTERED") =>
        client.ChangeAsync("assignIncident", "AssignIncidentInput", new { incident, expectedStep, patrolId, idempotencyKey = key ?? IncidentDesk.Key() });

    public static Task<JsonElement> ReassignAsync(
        this HttpClient client, string incident, int expectedPatrolId, int patrolId, string expectedStep = "ASSIGNED", string? note = null) =>
        client.ChangeAsync(
            "reassignIncident",
            "ReassignIncidentInput",
            new { incident, expectedStep, expectedPatrolId, patrolId, note, idempotencyKey = IncidentDesk.Key() });

    public static Task<JsonElement> ExplainAsync(this HttpClient client, string mutation, string incident, string expectedStep, string note, string? key = null) =>
        client.ChangeAsync(mutation, "ExplainedMoveInput", new { incident, expectedStep, note, idempotencyKey = key ?? IncidentDesk.Key() });

    public static async Task<JsonElement> ArriveAsync(this HttpClient client, string incident) =>
        (await client.QueryAsync($"mutation ($incident: ID!) {{ arriveAtIncident(incident: $incident) {Payload} }}", new { incident })).GetProperty("arriveAtIncident");

    public static string? StepOf(this JsonElement payload) =>
        payload.GetProperty("incident") is { ValueKind: JsonValueKind.Object } incident ? incident.GetProperty("step").GetString() : null;

    /// <summary>The code of a refusal, which has a remedy in both languages.</summary>
    public static string? RefusalOf(this JsonElement payload)
    {
        if (payload.GetProperty("refusal") is not { ValueKind: JsonValueKind.Object } refusal)
        {
            return null;
        }

        Assert.NotEmpty(refusal.GetProperty("message").GetString()!);
        Assert.NotEmpty(refusal.GetProperty("messageZh").GetString()!);
        return refusal.GetProperty("code").GetString();
    }
}
