using System.Globalization;
using System.Text.Json;
using GridMap.Core.Access;
using GridMap.Core.Alarms;
using GridMap.Server.Alarms;
using GridMap.Server.Tests.Live;
using GridMap.Testing;

namespace GridMap.Server.Tests.Alarms;

/// <summary>A district of two grids whose alarms a test looks for itself, at instants it chooses.</summary>
internal sealed class AlarmDesk : IAsyncDisposable
{
    public const string SecondGrid = "140214001001002";

    public static readonly DateTimeOffset Now = new(2026, 6, 3, 10, 0, 0, TimeSpan.FromHours(8));

    private AlarmDesk(LiveDistrict district, TestServer server, HttpClient dispatcher) => (District, Server, Dispatcher) = (district, server, dispatcher);

    public LiveDistrict District { get; }

    public TestServer Server { get; }

    public HttpClient Dispatcher { get; }

    public static async Task<AlarmDesk> StartAsync()
    {
        var district = await LiveDistrict.CreateAsync();
        var server = await district.StartServerAsync();
        return new AlarmDesk(district, server, await server.SignInAsync(Role.Dispatcher));
    }

    public Task<int> LookAsync(AlarmKind kind, DateTimeOffset at, params string[] subjects) =>
        Evaluate(at).RunAsync(kind, subjects.Length == 0 ? null : subjects, CancellationToken.None);

    public Task<int> EscalateAsync(DateTimeOffset at) => Evaluate(at).EscalateAsync(CancellationToken.None);

    /// <summary>The id of a new incident.</summary>
    public async Task<Guid> ReportAsync(int grid = 11, string urgency = "urgent", DateTimeOffset? due = null)
    {
        var id = Guid.NewGuid();
        await District.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"""
            INSERT INTO incident (id, number, class_version, class_code, source, urgency, step, description, grid_id, reported_at, due_at, position)
            SELECT '{id}', '20260603-' || lpad(nextval('incident_number')::text, 6, '0'), incident_class.version, incident_class.code, 'desk', '{urgency}',
                'reported', '井盖裂了', {grid}, '{Now:O}', {(due is { } at ? $"'{at:O}'" : "NULL")}, ST_SetSRID(ST_MakePoint({(grid == 11 ? 113.005 : 113.015)}, 40.005), 4326)
            FROM incident_class
            ORDER BY incident_class.version DESC, incident_class.code
            LIMIT 1
            """));
        return id;
    }

    public Task MoveAsync(Guid incident, string step) => District.ExecuteAsync($"UPDATE incident SET step = '{step}' WHERE id = '{incident}'");

    /// <summary>The alarms a client sees, the newest first.</summary>
    public static async Task<IReadOnlyList<JsonElement>> AlarmsAsync(HttpClient client, string filter = "{}") =>
        [.. (await client.QueryAsync($$"""
            { alarms(filter: {{filter}}) { nodes {
                id kind severity state subjectName message messageZh since raisedAt repeatSeconds escalatesAt escalatedAt acknowledgedAt acknowledgedBy note clearedAt silence
                position { longitude } grid { id } incident { number } patrol { name } patrolPoint { code } history { happened actor actorName note }
            } } }
            """)).GetProperty("alarms").GetProperty("nodes").EnumerateArray()];

    public static async Task<JsonElement> AcknowledgeAsync(HttpClient client, string id, string? note = null) => (await client.QueryAsync(
        "mutation ($input: AcknowledgeAlarmInput!) { acknowledgeAlarm(input: $input) { alarm { state acknowledgedBy acknowledgedByName } refusal { code message messageZh } } }",
        new { input = new { id, note } })).GetProperty("acknowledgeAlarm");

    public static string? CodeOf(JsonElement payload) =>
        payload.GetProperty("refusal") is { ValueKind: JsonValueKind.Object } refusal ? refusal.GetProperty("code").GetString() : null;

    public static string Text(JsonElement thing, string field) => thing.GetProperty(field).GetString()!;

    public static string History(JsonElement alarm) =>
        string.Join(' ', alarm.GetProperty("history").EnumerateArray().Select(happened => happened.GetProperty("happened").GetString()));

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await District.DisposeAsync();
    }

    private EvaluateAlarms Evaluate(DateTimeOffset at) => new(District.Database.DataSource, new FixedClock(at));

    private sealed class FixedClock(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at.ToUniversalTime();
    }
}
