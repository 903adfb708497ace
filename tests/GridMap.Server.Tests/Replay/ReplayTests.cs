using System.Globalization;
using System.Text.Json;
using GridMap.Core.Access;
using GridMap.Server.Tests.Incidents;

namespace GridMap.Server.Tests.Replay;

public sealed class ReplayTests(IncidentDesk desk) : IClassFixture<IncidentDesk>
{
    private const string Query = """
        query ($from: DateTime!, $until: DateTime!, $within: ID) {
          replay(from: $from, until: $until, within: $within) {
            incidents { id number urgency class { code } position { longitude } standings { at step isSuspended dueAt } }
            alarms { id raisedAt clearedAt }
            activities { id title startsAt }
          }
        }
        """;

    /// <summary>
    /// The heart of it: somebody works at the desk, and after every move all that is open is written down as the desk shows it. Whatever period is then played
    /// back, and whatever is done after it, each of those moments looks as it looked live.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task At_each_moment_replay_shows_what_was_live(int seed)
    {
        var chance = new Random(seed);
        var began = DateTimeOffset.UtcNow;
        var numbers = new List<string> { await desk.ReportAsync(), await desk.ReportAsync(inSecondGrid: true) };
        var moments = new List<(DateTimeOffset At, string Open)> { (DateTimeOffset.UtcNow, await LiveAsync()) };
        for (var move = 0; move < 40; move++)
        {
            if (move % 8 == 0)
            {
                numbers.Add(await desk.ReportAsync());
            }

            await MoveAsync(chance, numbers);
            moments.Add((DateTimeOffset.UtcNow, await LiveAsync()));
        }

        for (var pick = 0; pick < 12; pick++)
        {
            var (first, second) = (chance.Next(moments.Count), chance.Next(moments.Count));
            var (from, until) = (moments[Math.Min(first, second)].At, DateTimeOffset.UtcNow);
            var played = await PlayAsync(pick % 3 == 0 ? began.AddMinutes(-10) : from, until);
            Assert.Equal(moments[Math.Max(first, second)].Open, StateAt(played, moments[Math.Max(first, second)].At));
            Assert.Equal(moments[^1].Open, StateAt(played, until));
        }
    }

    [Fact]
    public async Task What_is_over_before_or_begins_after_a_period_is_not_in_it()
    {
        var before = await desk.ReportUntilAsync("CLOSED");
        var from = DateTimeOffset.UtcNow;
        var within = await desk.ReportAsync();
        var until = DateTimeOffset.UtcNow;
        var after = await desk.ReportAsync();
        await desk.Dispatcher.ExplainAsync("voidIncident", within, "REPORTED", "误报");
        await desk.Dispatcher.ExplainAsync("reopenIncident", before, "CLOSED", "问题再现");
        var played = (await PlayAsync(from, until)).GetProperty("incidents").EnumerateArray().ToDictionary(incident => incident.GetProperty("number").GetString()!);
        Assert.DoesNotContain(before, played.Keys);
        Assert.DoesNotContain(after, played.Keys);
        Assert.Equal(["REPORTED"], played[within].GetProperty("standings").EnumerateArray().Select(standing => standing.GetProperty("step").GetString()));
    }

    [Fact]
    public async Task Alarms_and_activities_are_in_it_for_those_who_may_see_them_and_areas_are_kept_apart()
    {
        await desk.District.ExecuteAsync(
            """
            INSERT INTO volunteer_team (id, name, kind, community_id) VALUES (9, '回放队', '邻里互助', 3);
            INSERT INTO activity (id, team_id, title, kind, address, grid_id, starts_at, ends_at, capacity, state, position)
            SELECT gen_random_uuid(), 9, title, 'x', 'x', 12, now() + starts, now() + starts + interval '1 hour', 5, state, ST_SetSRID(ST_MakePoint(113.015, 40.005), 4326)
            FROM (VALUES ('早', interval '-3 hours', 'done'), ('中', interval '-90 minutes', 'done'), ('取消', interval '-90 minutes', 'cancelled')) AS activity (title, starts, state);
            INSERT INTO alarm (kind, severity, state, subject_id, subject_name, grid_id, since, raised_at, cleared_at)
            SELECT 'point_missed', 'notice', state, number::text, '点位', 12, now() + raised, now() + raised, now() + cleared
            FROM (
                VALUES (9001, 'cleared', interval '-3 hours', interval '-2 hours'), (9002, 'cleared', interval '-3 hours', interval '-1 hour'), (9003, 'raised', interval '-10 minutes', NULL)
            ) AS alarm (number, state, raised, cleared);
            """);
        var (from, until) = (DateTimeOffset.UtcNow.AddMinutes(-80), DateTimeOffset.UtcNow.AddMinutes(-20));
        var played = await PlayAsync(from, until);
        Assert.Equal("中", Assert.Single(played.GetProperty("activities").EnumerateArray()).GetProperty("title").GetString());
        Assert.Single(played.GetProperty("alarms").EnumerateArray());

        var first = await desk.Server.SignInAsync(Role.Dispatcher, IncidentDesk.FirstGrid);
        var elsewhere = await PlayAsync(from, until, first);
        Assert.Empty(elsewhere.GetProperty("activities").EnumerateArray());
        Assert.Empty(elsewhere.GetProperty("alarms").EnumerateArray());
        var there = await desk.ReportAsync(inSecondGrid: true);
        bool Shows(JsonElement replay) => replay.GetProperty("incidents").EnumerateArray().Any(incident => incident.GetProperty("number").GetString() == there);
        Assert.True(Shows(await PlayAsync(from, DateTimeOffset.UtcNow)));
        Assert.False(Shows(await PlayAsync(from, DateTimeOffset.UtcNow, first)));
        Assert.False(Shows(await PlayAsync(from, DateTimeOffset.UtcNow, within: "11")));

        var integration = await PlayAsync(from, until, await desk.Server.SignInAsync(Role.Integration));
        Assert.Equal(JsonValueKind.Null, integration.GetProperty("alarms").ValueKind);
        Assert.Equal(JsonValueKind.Null, integration.GetProperty("activities").ValueKind);
    }

    [Theory]
    [InlineData(0, 0, null, "PERIOD_INVERTED")]
    [InlineData(-1, -2, null, "PERIOD_INVERTED")]
    [InlineData(-25, -0.5, null, "REPLAY_TOO_LONG")]
    [InlineData(-1, 1, null, "REPLAY_IN_THE_FUTURE")]
    [InlineData(-1, -0.5, "0", "ID_MALFORMED")]
    public async Task A_period_that_cannot_be_is_refused_with_what_to_do(double fromHours, double untilHours, string? within, string code)
    {
        var now = DateTimeOffset.UtcNow;
        Assert.Equal(code, await desk.Dispatcher.ErrorCodeAsync(Query, new { from = now.AddHours(fromHours), until = now.AddHours(untilHours), within }));
    }

    private async Task<JsonElement> PlayAsync(DateTimeOffset from, DateTimeOffset until, HttpClient? client = null, string? within = null) =>
        (await (client ?? desk.Dispatcher).QueryAsync(Query, new { from, until, within })).GetProperty("replay");

    /// <summary>What is open now, with its step and by when it is due, as the desk is told.</summary>
    private async Task<string> LiveAsync()
    {
        var open = await desk.Dispatcher.QueryAsync("{ incidents(filter: { isOpen: true }, first: 500) { nodes { number step suspendedAt dueAt } } }");
        return Sort(open.GetProperty("incidents").GetProperty("nodes").EnumerateArray().Select(incident =>
            Line(incident.GetProperty("number"), incident, incident.GetProperty("suspendedAt").ValueKind != JsonValueKind.Null)));
    }

    /// <summary>What is open at a moment of a replay.</summary>
    private static string StateAt(JsonElement played, DateTimeOffset at) => Sort(
        from incident in played.GetProperty("incidents").EnumerateArray()
        let standing = incident.GetProperty("standings").EnumerateArray().LastOrDefault(standing => standing.GetProperty("at").GetDateTimeOffset() <= at)
        where standing.ValueKind == JsonValueKind.Object && standing.GetProperty("step").GetString() is not ("CLOSED" or "VOIDED")
        select Line(incident.GetProperty("number"), standing, standing.GetProperty("isSuspended").GetBoolean()));

    private static string Line(JsonElement number, JsonElement standing, bool isSuspended) => string.Create(
        CultureInfo.InvariantCulture, $"{number} {standing.GetProperty("step")} {(isSuspended ? "suspended" : "")} {standing.GetProperty("dueAt")}");

    private static string Sort(IEnumerable<string> lines) => string.Join('\n', lines.Order(StringComparer.Ordinal));

    /// <summary>Makes one move that may be made to one of the incidents.</summary>
    private async Task MoveAsync(Random chance, List<string> numbers)
    {
        var number = numbers[chance.Next(numbers.Count)];
        var present = (await desk.Dispatcher.QueryAsync(
            "query ($number: String!) { incident(number: $number) { step moves { move } } }", new { number })).GetProperty("incident");
        var step = present.GetProperty("step").GetString()!;
        var moves = present.GetProperty("moves").EnumerateArray().Select(way => way.GetProperty("move").GetString()!).ToList();
        var dispatcher = desk.Dispatcher;
        _ = moves[chance.Next(moves.Count)] switch
        {
            "REGISTER" => await dispatcher.MoveAsync("registerIncident", number, step),
            "ASSIGN" => await dispatcher.AssignAsync(number, 1),
            "ACCEPT" => await dispatcher.MoveAsync("acceptAssignment", number, step),
            "SUBMIT_FEEDBACK" => await dispatcher.ExplainAsync("submitFeedback", number, step, "已清理"),
            "CLOSE" => await dispatcher.MoveAsync("closeIncident", number, step),
            "VOID" => await dispatcher.ExplainAsync("voidIncident", number, step, "误报"),
            "SUSPEND" => await dispatcher.ExplainAsync("suspendIncident", number, step, "等待权属单位"),
            "RESUME" => await dispatcher.MoveAsync("resumeIncident", number, step),
            "REOPEN" => await dispatcher.ExplainAsync("reopenIncident", number, step, "问题再现"),
            "EXTEND" => await dispatcher.ChangeAsync("extendIncident", "ExtendIncidentInput", new { incident = number, expectedStep = step, amount = 2, unit = "WORKING_DAYS", note = "需协调", idempotencyKey = IncidentDesk.Key() }),
            "MERGE" => await dispatcher.ChangeAsync("mergeIncident", "MergeIncidentInput", new { incident = number, expectedStep = step, into = numbers.First(other => other != number), idempotencyKey = IncidentDesk.Key() }),
            _ => default,
        };
    }
}
