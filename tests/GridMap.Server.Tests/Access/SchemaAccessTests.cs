using System.Text.Json;
using GridMap.Core.Access;
using GridMap.GraphQL.Execution;
using GridMap.GraphQL.Language;
using GridMap.Server.Tests.Incidents;
using Microsoft.Extensions.DependencyInjection;

namespace GridMap.Server.Tests.Access;

/// <summary>
/// Who may what over the whole schema: the table names what every field where an operation begins needs, and each is asked by nobody and by every role in the
/// place, in the area of the things asked for, and beside it. A field the table does not name fails the test.
/// </summary>
public sealed class SchemaAccessTests(IncidentDesk desk) : IClassFixture<IncidentDesk>
{
    private const string Grid = "id: \"11\"";
    private const string At = "position: { longitude: 113.005, latitude: 40.005 }";
    private const string Page = "{ totalCount }";
    private const string Payload = "{ refusal { code } }";

    /// <summary>What a field needs, and a call of it; `$incident` and the like stand for things in the first grid, `$key` for a new key.</summary>
    private static readonly Dictionary<string, (Permission Needs, string Call)> Table = new(StringComparer.Ordinal)
    {
        ["area"] = (Permission.SeeMap, $"area({Grid}) {{ id }}"),
        ["areas"] = (Permission.SeeMap, $"areas {Page}"),
        ["gridAt"] = (Permission.SeeMap, $"gridAt({At}) {{ id }}"),
        ["facility"] = (Permission.SeeMap, "facility(id: \"$facility\") { id }"),
        ["facilityAt"] = (Permission.SeeMap, "facilityAt(id: \"$facility\", at: \"$due\") { name }"),
        ["facilities"] = (Permission.SeeMap, $"facilities {Page}"),
        ["nearestFacilities"] = (Permission.SeeMap, $"nearestFacilities({At}, by: STRAIGHT_LINE) {{ facility {{ id }} }}"),
        ["facilityKinds"] = (Permission.SeeMap, "facilityKinds { code }"),
        ["services"] = (Permission.SeeMap, "services { code }"),
        ["place"] = (Permission.SeeMap, "place { name }"),
        ["incidentClasses"] = (Permission.SeeMap, "incidentClasses { code }"),
        ["patrolPoint"] = (Permission.SeeMap, "patrolPoint(id: \"$point\") { id }"),
        ["patrolPoints"] = (Permission.SeeMap, $"patrolPoints {Page}"),
        ["coverage"] = (Permission.SeeMap, "coverage(input: { minutes: 15 }) { facilities }"),
        ["coverageIsochrones"] = (Permission.SeeMap, $"coverageIsochrones(input: {{ minutes: 15 }}, limits: [5], positions: [{{ longitude: 113.005, latitude: 40.005 }}]) {{ limit }}"),
        ["coverageScenario"] = (Permission.SeeMap, "coverageScenario(id: \"$scenario\") { name }"),
        ["coverageScenarios"] = (Permission.SeeMap, "coverageScenarios { name }"),
        ["saveCoverageScenario"] = (Permission.KeepOwn, Change("saveCoverageScenario(input: { idempotencyKey: \"$key\", name: \"x\", question: { minutes: 0 } })")),
        ["removeCoverageScenario"] = (Permission.KeepOwn, Change("removeCoverageScenario(input: { id: \"0\" })")),
        ["nextSites"] = (Permission.SeeMap, $"nextSites(input: {{ minutes: 15 }}, sites: {{ kinds: [], positions: [{{ longitude: 113.005, latitude: 40.005 }}] }}) {{ candidates }}"),
        ["nextSitesFound"] = (Permission.SeeMap, "subscription { nextSitesFound(input: { minutes: 15 }, sites: { kinds: [], positions: [{ longitude: 113.005, latitude: 40.005 }] }) { done } }"),
        ["search"] = (Permission.SeeIncidents, "search(text: \"$incident\") { id }"),
        ["incident"] = (Permission.SeeIncidents, "incident(number: \"$incident\") { id }"),
        ["incidents"] = (Permission.SeeIncidents, $"incidents {Page}"),
        ["incidentCounts"] = (Permission.SeeIncidents, "incidentCounts(by: STEP) { count }"),
        ["indicators"] = (Permission.SeeIncidents, "indicators(from: \"$from\", until: \"$due\") { closure { denominator } }"),
        ["responseReport"] = (Permission.SeeIncidents, "responseReport(filter: { from: \"$from\", until: \"$due\" }, by: GRID) { all { incidents } }"),
        ["responseHotSpots"] = (Permission.SeeIncidents, "responseHotSpots(filter: { from: \"$from\", until: \"$due\" }) { incidents }"),
        ["responseDensity"] = (Permission.SeeIncidents, "responseDensity(filter: { from: \"$from\", until: \"$due\" }) { incidents }"),
        ["responseSurface"] = (Permission.SeeIncidents, "responseSurface(filter: { from: \"$from\", until: \"$due\" }) { hexagons { count } }"),
        ["presenceReport"] = (Permission.SeePatrols, "presenceReport(from: \"$from\", until: \"$due\", by: GRID) { all { watchedMinutes } }"),
        ["indicatorItems"] = (Permission.SeeIncidents, "indicatorItems(indicator: CLOSURE, from: \"$from\", until: \"$due\") { nodes { at } }"),
        ["reporter"] = (Permission.SeeReporters, "reporter(incident: \"$incident\") { name }"),
        ["replay"] = (Permission.SeeIncidents, "replay(from: \"2026-01-01T00:00:00Z\", until: \"2026-01-02T00:00:00Z\") { incidents { id } }"),
        ["openPlayback"] = (Permission.SeeTracks, Change("openPlayback(input: { from: \"2026-01-01T00:00:00Z\", until: \"2026-01-02T00:00:00Z\" })")),
        ["playbacks"] = (Permission.SeePlaybacks, $"playbacks {Page}"),
        ["patrol"] = (Permission.SeePatrols, "patrol(id: \"1\") { id }"),
        ["patrols"] = (Permission.SeePatrols, $"patrols(filter: {{ within: \"11\" }}) {Page}"),
        ["alarm"] = (Permission.SeeAlarms, "alarm(id: \"1\") { id }"),
        ["alarms"] = (Permission.SeeAlarms, $"alarms {Page}"),
        ["alarmTotals"] = (Permission.SeeAlarms, "alarmTotals { raised }"),
        ["alarmRules"] = (Permission.SeeAlarms, "alarmRules { kind }"),
        ["alarmMutes"] = (Permission.SeeAlarms, "alarmMutes { id }"),
        ["quietHours"] = (Permission.SeeAlarms, "quietHours { by }"),
        ["acknowledgeAlarm"] = (Permission.Dispatch, Change("acknowledgeAlarm(input: { id: \"1\" })")),
        ["acknowledgeAlarms"] = (Permission.Dispatch, Change("acknowledgeAlarms(input: { raisedUntil: \"$from\", within: \"11\" })")),
        ["muteAlarms"] = (Permission.KeepOwn, Change("muteAlarms(input: { until: \"$until\", reason: \"x\", idempotencyKey: \"$key\" })")),
        ["unmuteAlarms"] = (Permission.KeepOwn, Change("unmuteAlarms(id: \"0\")")),
        ["setQuietHours"] = (Permission.KeepOwn, Change("setQuietHours(hours: { weekdays: [1], startsAt: \"22:00\", endsAt: \"06:00\" })")),
        ["changeAlarmRule"] = (Permission.ManageAlarms, Change("changeAlarmRule(input: { kind: POINT_MISSED, expectedVersion: 99, isEnabled: true, severity: NOTICE, afterSeconds: 0 })")),
        ["activity"] = (Permission.SeeVolunteers, "activity(id: \"$activity\") { id }"),
        ["activities"] = (Permission.SeeVolunteers, $"activities {Page}"),
        ["wish"] = (Permission.SeeVolunteers, "wish(id: \"$wish\") { id }"),
        ["wishes"] = (Permission.SeeVolunteers, $"wishes {Page}"),
        ["reportIncident"] = (Permission.ReportIncident, Change($"reportIncident(input: {{ classCode: \"20102\", description: \"x\", {At}, idempotencyKey: \"$key\" }})")),
        ["registerIncident"] = (Permission.Dispatch, Move("registerIncident")),
        ["assignIncident"] = (Permission.Dispatch, Move("assignIncident", "patrolId: \"1\"")),
        ["reassignIncident"] = (Permission.Dispatch, Move("reassignIncident", "expectedPatrolId: \"1\", patrolId: \"1\",")),
        ["declineAssignment"] = (Permission.HandleIncidents, Move("declineAssignment", "note: \"x\"")),
        ["acceptAssignment"] = (Permission.HandleIncidents, Move("acceptAssignment")),
        ["arriveAtIncident"] = (Permission.HandleIncidents, Change("arriveAtIncident(incident: \"$incident\")")),
        ["submitFeedback"] = (Permission.HandleIncidents, Move("submitFeedback", "note: \"x\"")),
        ["closeIncident"] = (Permission.Dispatch, Move("closeIncident")),
        ["voidIncident"] = (Permission.Dispatch, Move("voidIncident", "note: \"x\"")),
        ["returnIncident"] = (Permission.HandleIncidents, Move("returnIncident", "note: \"x\"")),
        ["extendIncident"] = (Permission.Dispatch, Move("extendIncident", "amount: 1, note: \"x\",")),
        ["suspendIncident"] = (Permission.Dispatch, Move("suspendIncident", "note: \"x\"")),
        ["resumeIncident"] = (Permission.Dispatch, Move("resumeIncident")),
        ["superviseIncident"] = (Permission.Dispatch, Move("superviseIncident", "note: \"x\"")),
        ["selfHandleIncident"] = (Permission.HandleIncidents, Change("selfHandleIncident(input: { incident: \"$incident\", expectedStep: VOIDED, note: \"x\", idempotencyKey: \"$key\" })")),
        ["mergeIncident"] = (Permission.Dispatch, Change("mergeIncident(input: { incident: \"$incident\", expectedStep: VOIDED, into: \"$incident\", idempotencyKey: \"$key\" })")),
        ["reopenIncident"] = (Permission.Dispatch, Move("reopenIncident", "note: \"x\"")),
        ["callBackIncident"] = (Permission.Dispatch, Move("callBackIncident", "note: \"x\"")),
        ["rateIncident"] = (Permission.Dispatch, Change("rateIncident(input: { incident: \"$incident\", rating: 5, idempotencyKey: \"$key\" })")),
        ["checkIn"] = (Permission.CheckIn, Change($"checkIn(input: {{ patrolPointId: \"$point\", patrolId: \"1\", {At}, at: \"$until\", idempotencyKey: \"$key\" }})")),
        ["reportPositions"] = (Permission.SendPositions, $"mutation {{ reportPositions(input: {{ fixes: [{{ deviceId: \"device-1\", at: \"$until\", {At} }}] }}) {{ stored refused {{ refusal {{ code }} }} }} }}"),
        ["createPatrolPoint"] = (Permission.ManageFacilities, Change(
            $"createPatrolPoint(input: {{ code: \"$code\", name: \"x\", kind: \"x\", {At}, requiredVisits: 1, requiredPer: DAY, idempotencyKey: \"$key\" }})")),
        ["updatePatrolPoint"] = (Permission.ManageFacilities, Change("updatePatrolPoint(input: { id: \"$point\", expectedVersion: 99, name: \"y\" })")),
        ["removePatrolPoint"] = (Permission.ManageFacilities, Change("removePatrolPoint(input: { id: \"$point\", expectedVersion: 99 })")),
        ["makeWish"] = (Permission.ManageVolunteers, Change($"makeWish(input: {{ idempotencyKey: \"$key\", title: \"x\", kind: \"x\", {At} }})")),
        ["dispatchWish"] = (Permission.ManageVolunteers, Change("dispatchWish(input: { id: \"$wish\" })")),
        ["claimWish"] = (Permission.ManageVolunteers, Change("claimWish(input: { id: \"$wish\", volunteerId: \"1\" })")),
        ["giveBackWish"] = (Permission.ManageVolunteers, Change("giveBackWish(input: { id: \"$wish\" })")),
        ["finishWish"] = (Permission.ManageVolunteers, Change("finishWish(input: { id: \"$wish\" })")),
        ["rateWish"] = (Permission.ManageVolunteers, Change("rateWish(input: { id: \"$wish\", rating: 5 })")),
        ["withdrawWish"] = (Permission.ManageVolunteers, Change("withdrawWish(input: { id: \"$wish\" })")),
        ["publishActivity"] = (Permission.ManageVolunteers, Change(
            $"publishActivity(input: {{ idempotencyKey: \"$key\", teamId: \"1\", title: \"x\", kind: \"x\", address: \"x\", {At}, startsAt: \"$until\", endsAt: \"$later\", capacity: 3 }})")),
        ["cancelActivity"] = (Permission.ManageVolunteers, Change("cancelActivity(input: { id: \"$activity\" })")),
        ["volunteer"] = (Permission.SeeVolunteers, "volunteer(id: \"1\") { id }"),
        ["volunteers"] = (Permission.SeeVolunteers, "volunteers { id }"),
        ["volunteerTeam"] = (Permission.SeeVolunteers, "volunteerTeam(id: \"1\") { id }"),
        ["volunteerTeams"] = (Permission.SeeVolunteers, "volunteerTeams { id }"),
        ["pointsRules"] = (Permission.SeeVolunteers, "pointsRules { version }"),
        ["checkInVolunteer"] = (Permission.ManageVolunteers, Change($"checkInVolunteer(input: {{ activityId: \"$activity\", volunteerId: \"1\", {At} }})")),
        ["finishActivity"] = (Permission.ManageVolunteers, Change("finishActivity(input: { id: \"$activity\" })")),
        ["wishChanged"] = (Permission.SeeVolunteers, "subscription { wishChanged { cursor } }"),
        ["activityChanged"] = (Permission.SeeVolunteers, "subscription { activityChanged { cursor } }"),
        ["signUp"] = (Permission.ManageVolunteers, Change("signUp(input: { activityId: \"$activity\", volunteerId: \"1\" })")),
        ["plan"] = (Permission.SeePlans, "plan(id: \"$plan\") { id }"),
        ["plans"] = (Permission.SeePlans, "plans { nodes { id } }"),
        ["boundaryLand"] = (Permission.SeePlans, "boundaryLand(bounds: { west: 113, south: 40, east: 113.01, north: 40.01 }) { revision }"),
        ["boundaryNumbers"] = (Permission.SeePlans, "boundaryNumbers { revision }"),
        ["previewOperation"] = (Permission.SeePlans, "previewOperation(plan: \"$plan\", operation: { retireGrid: { grid: 11 } }) { refusal { code } }"),
        ["boundarySuggestions"] = (Permission.SeePlans, "boundarySuggestions(plan: \"$plan\", kind: MERGE_SMALL) { version }"),
        ["boundaryRules"] = (Permission.SeePlans, "boundaryRules { version }"),
        ["landRevisions"] = (Permission.SeePlans, "landRevisions { number }"),
        ["createPlan"] = (Permission.EditBoundaries, Change("createPlan(input: { name: \"x\", area: \"11\", idempotencyKey: \"$key\" })")),
        ["applyPlanOperations"] = (Permission.EditBoundaries, Change(
            "applyPlanOperations(input: { plan: \"$plan\", expectedVersion: 99, operations: [{ retireGrid: { grid: 11 } }], idempotencyKey: \"$key\" })")),
        ["rewindPlan"] = (Permission.EditBoundaries, Change("rewindPlan(input: { plan: \"$plan\", expectedVersion: 99, applied: 0 })")),
        ["rebasePlan"] = (Permission.EditBoundaries, Change("rebasePlan(input: { plan: \"$plan\", expectedVersion: 99 })")),
        ["submitPlan"] = (Permission.EditBoundaries, Change("submitPlan(input: { plan: \"$plan\", expectedVersion: 99 })")),
        ["reopenPlan"] = (Permission.EditBoundaries, Change("reopenPlan(input: { plan: \"$plan\", expectedVersion: 99 })")),
        ["withdrawPlan"] = (Permission.EditBoundaries, Change("withdrawPlan(input: { plan: \"$plan\", expectedVersion: 99 })")),
        ["commentPlan"] = (Permission.ReviewBoundaries, Change("commentPlan(input: { plan: \"$plan\", comment: \"x\", idempotencyKey: \"$key\" })")),
        ["approvePlan"] = (Permission.ReviewBoundaries, Change("approvePlan(input: { plan: \"$plan\", expectedVersion: 99, idempotencyKey: \"$key\" })")),
        ["rejectPlan"] = (Permission.ReviewBoundaries, Change("rejectPlan(input: { plan: \"$plan\", expectedVersion: 99, comment: \"x\", idempotencyKey: \"$key\" })")),
        ["publishPlan"] = (Permission.ReviewBoundaries, Change("publishPlan(input: { plan: \"$plan\", expectedVersion: 99 })")),
        ["revertPlan"] = (Permission.EditBoundaries, Change("revertPlan(input: { plan: \"$plan\", name: \"x\", idempotencyKey: \"$key\" })")),
        ["enterPlan"] = (Permission.SeePlans, Change("enterPlan(plan: \"$plan\")")),
        ["divisionImport"] = (Permission.EditBoundaries, $"divisionImport(id: \"0\") {Payload}"),
        ["checkDivisionImport"] = (Permission.EditBoundaries, Change("checkDivisionImport(id: \"0\", tolerance: 1)")),
        ["cancelDivisionImport"] = (Permission.EditBoundaries, Change("cancelDivisionImport(id: \"0\")")),
        ["planDivisionImport"] = (Permission.EditBoundaries, Change("planDivisionImport(input: { divisionImport: \"0\", name: \"x\", idempotencyKey: \"$key\" })")),
        ["planChanged"] = (Permission.SeePlans, "subscription { planChanged { cursor } }"),
        ["gridWatch"] = (Permission.SeePatrols, "gridWatch(within: \"11\") { state }"),
        ["gridWatchChanged"] = (Permission.SeePatrols, "subscription { gridWatchChanged { cursor } }"),
        ["incidentChanged"] = (Permission.SeeIncidents, "subscription { incidentChanged { cursor } }"),
        ["alarmChanged"] = (Permission.SeeAlarms, "subscription { alarmChanged { cursor } }"),
        ["alarmSettingsChanged"] = (Permission.SeeAlarms, "subscription { alarmSettingsChanged { cursor } }"),
        ["positions"] = (Permission.SeePatrols, "subscription { positions { time } }"),
        ["checkedIn"] = (Permission.SeeVisits, "subscription { checkedIn { cursor } }"),
        ["patrolPointChanged"] = (Permission.SeeMap, "subscription { patrolPointChanged { cursor } }"),
    };

    /// <summary>They begin for whoever has the permission somewhere, and tell of their own grids.</summary>
    private static readonly string[] Subscriptions =
        [.. Table.Where(field => field.Value.Call.StartsWith("subscription", StringComparison.Ordinal)).Select(field => field.Key)];

    /// <summary>About the caller's own grids, or the caller's own settings and everybody's: for whoever has the permission somewhere.</summary>
    private static readonly string[] Anywhere =
    [
        .. Subscriptions, "indicatorItems", "responseReport", "responseHotSpots", "responseDensity", "responseSurface", "presenceReport", "alarmTotals", "alarmRules",
        "pointsRules", "volunteer", "volunteers", "volunteerTeam", "volunteerTeams", "alarmMutes", "quietHours", "muteAlarms", "unmuteAlarms", "setQuietHours", "replay", "openPlayback", "divisionImport",
        "checkDivisionImport", "cancelDivisionImport", "planDivisionImport",
    ];

    /// <summary>What holds for the whole place is for those who have the permission there.</summary>
    private static readonly string[] WholePlace = ["changeAlarmRule", "playbacks"];

    [Fact]
    public void Every_field_where_an_operation_begins_is_in_the_table()
    {
        var schema = desk.Server.Services.GetRequiredService<GraphQLEngine>().Schema;
        var fields = Enum.GetValues<OperationType>().SelectMany(operation => schema.RootType(operation)!.Fields.Keys);
        Assert.Equal(fields.Order(StringComparer.Ordinal), Table.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_wall_changes_nothing()
    {
        var mutations = desk.Server.Services.GetRequiredService<GraphQLEngine>().Schema.RootType(OperationType.Mutation)!.Fields.Keys;
        Assert.DoesNotContain(mutations, field => Roles.PermissionsOf(Role.Wall).Contains(Table[field].Needs));
    }

    [Fact]
    public async Task Every_field_is_for_those_whose_role_says_so_in_their_area_and_for_nobody_else()
    {
        var things = await SeedAsync();
        var nobody = desk.Server.Connect(null);
        var wrong = new List<string>();
        foreach (var (field, (_, call)) in Table)
        {
            Assert.Equal("SIGN_IN_REQUIRED", (await nobody.AskAsync(Fill(call, things), null)).GetProperty("code").GetString());
        }

        foreach (var (role, area) in Enum.GetValues<Role>().SelectMany(_ => new[] { null, IncidentDesk.FirstGrid, IncidentDesk.SecondGrid }, (role, area) => (role, area)))
        {
            var client = await desk.Server.SignInAsync(role, area);
            foreach (var (field, (needs, call)) in Table)
            {
                var isExpected = Roles.PermissionsOf(role).Contains(needs)
                    && (area != IncidentDesk.SecondGrid || !AccessRules.IsByArea(needs) || Anywhere.Contains(field))
                    && (area is null || !WholePlace.Contains(field));
                var answer = await AnswerAsync(client, field, Fill(call, things));
                if (isExpected != IsLetIn(answer))
                {
                    wrong.Add($"{field} as {role} in {area ?? "the place"}: {answer}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    private static string Change(string call) => $"mutation {{ {call} {Payload} }}";

    private static string Move(string mutation, string more = "") =>
        Change($"{mutation}(input: {{ incident: \"$incident\", expectedStep: REPORTED, {more} idempotencyKey: \"$key\" }})");

    private static string Fill(string call, IReadOnlyDictionary<string, string> things)
    {
        var text = call.StartsWith("mutation", StringComparison.Ordinal) || call.StartsWith("subscription", StringComparison.Ordinal) ? call : $"{{ {call} }}";
        text = text.Replace("$key", IncidentDesk.Key(), StringComparison.Ordinal).Replace("$code", $"P{Guid.NewGuid():N}"[..12], StringComparison.Ordinal);
        return things.Aggregate(text, (filled, thing) => filled.Replace(thing.Key, thing.Value, StringComparison.Ordinal));
    }

    private static async Task<JsonElement> AnswerAsync(HttpClient client, string field, string query)
    {
        if (!Subscriptions.Contains(field))
        {
            return await client.AskAsync(query, null);
        }

        await using var events = await GraphQLEvents.OpenAsync(client, query);
        return Assert.NotNull(await events.NextAsync());
    }

    /// <summary>Whether something was told or done: no error, no refusal for who asks, not null, not nothing, not none.</summary>
    private static bool IsLetIn(JsonElement answer)
    {
        if (answer.TryGetProperty("errors", out var errors))
        {
            Assert.Equal("NOT_ALLOWED", errors[0].GetProperty("extensions").GetProperty("code").GetString());
            return false;
        }

        return IsSomething(answer.GetProperty("data").EnumerateObject().Single().Value);
    }

    private static bool IsSomething(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => false,
        JsonValueKind.Array => value.GetArrayLength() > 0,
        _ when value.TryGetProperty("totalCount", out var total) => total.GetInt32() > 0,
        _ when value.TryGetProperty("closure", out var closure) => closure.GetProperty("denominator").GetInt32() > 0,
        _ when value.TryGetProperty("refused", out var refused) => refused.EnumerateArray().All(IsSomething),
        _ when value.TryGetProperty("refusal", out var refusal) && refusal.ValueKind == JsonValueKind.Object =>
            refusal.GetProperty("code").GetString() is { } code && code != "NOT_ALLOWED" && !code.EndsWith("_UNKNOWN", StringComparison.Ordinal),
        _ => true,
    };

    private async Task<IReadOnlyDictionary<string, string>> SeedAsync()
    {
        await desk.District.ExecuteAsync(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Access", "SchemaAccessTests.sql")));
        var now = DateTimeOffset.UtcNow;
        var things = new Dictionary<string, string>
        {
            ["$from"] = $"{now.AddHours(-1):O}",
            ["$until"] = $"{now.AddHours(1):O}",
            ["$later"] = $"{now.AddHours(2):O}",
            ["$due"] = $"{now.AddDays(60):O}",
            ["$facility"] = "1",
            ["$scenario"] = "1",
        };
        foreach (var (name, field, payload) in new[]
        {
            ("$incident", "reportIncident", "incident { number }"), ("$point", "createPatrolPoint", "patrolPoint { id }"), ("$wish", "makeWish", "wish { id }"),
            ("$activity", "publishActivity", "activity { id }"), ("$plan", "createPlan", "plan { id }"),
        })
        {
            var call = Table[field].Call.Replace(Payload, $"{{ {payload} refusal {{ code }} }}", StringComparison.Ordinal);
            call = field == "reportIncident" ? call.Replace("idempotencyKey", "reporter: { name: \"王\" }, idempotencyKey", StringComparison.Ordinal) : call;
            var made = (await desk.Server.Client.QueryAsync(Fill(call, things))).GetProperty(field).EnumerateObject().First().Value;
            things[name] = made.EnumerateObject().First().Value.GetString()!;
        }

        return things;
    }
}
