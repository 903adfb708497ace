using System.Text.Json;
using GridMap.Simulator.Scenarios;

namespace GridMap.Simulator.Roles;

/// <summary>The command center as a scenario has it: registers, merges, sends whoever is soonest there, verifies and closes. Alarms are for people: only they acknowledge one.</summary>
public sealed class DeskRole(PublicApi api, Desk desk, Casebook cases, TimeProvider time, Random random)
{
    private const string QueueDocument = """
        query { incidents(filter: {steps: [REPORTED, REGISTERED, FEEDBACK]}, first: 100) {
          nodes { id number step class { code } reportedAt } } }
        """;

    private const string CandidatesDocument = """
        query ($number: String!) { incident(number: $number) {
          possibleDuplicates { meters isSameClass incident { number isOpen reportedAt } } candidates(first: 1) { patrolId isSuitable } } }
        """;

    private const double SameSpotMeters = 40;

    private readonly Diary _diary = new(random);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var beat = new PeriodicTimer(TimeSpan.FromSeconds(2), time);
        while (await beat.WaitForNextTickAsync(cancellationToken))
        {
            await WorkQueueAsync(cancellationToken);
            _diary.ForgetOld(time.GetUtcNow());
        }
    }

    private async Task WorkQueueAsync(CancellationToken cancellationToken)
    {
        if (await api.AskAsync("queue", QueueDocument, new { }, cancellationToken) is not { } data)
        {
            return;
        }

        foreach (var incident in data.GetProperty("incidents").GetProperty("nodes").EnumerateArray())
        {
            var number = incident.GetProperty("number").GetString()!;
            if (cases.IsForOwnDesk(number))
            {
                await WorkAsync(number, incident.GetProperty("step").GetString()!, cancellationToken);
            }
        }
    }

    private async Task WorkAsync(string number, string step, CancellationToken cancellationToken)
    {
        var thing = $"{number} {step}";
        var takes = step switch { "REPORTED" => desk.RegisterSeconds, "REGISTERED" => desk.AssignSeconds, _ => desk.VerifySeconds };
        if (!_diary.IsDue(thing, takes, time.GetUtcNow()))
        {
            return;
        }

        // Whether it comes off or not: if it is still there in the next round, it waits anew.
        _diary.Forget(thing);
        switch (step)
        {
            case "REPORTED":
                await RegisterAsync(number, cancellationToken);
                break;
            case "REGISTERED":
                await AssignAsync(number, cancellationToken);
                break;
            default:
                await VerifyAsync(number, cancellationToken);
                break;
        }
    }

    private async Task RegisterAsync(string number, CancellationToken cancellationToken)
    {
        if (await LookAsync(number, cancellationToken) is { } incident && FindOriginal(incident) is { } original)
        {
            await api.DoAsync("mergeIncident", Move(number, "REPORTED", new() { ["into"] = original, ["note"] = "同一地点重复上报，并案处理。" }), "incident { step }", cancellationToken);
            return;
        }

        await api.DoAsync("registerIncident", "MoveIncidentInput", Move(number, "REPORTED"), "incident { step }", cancellationToken);
    }

    private async Task AssignAsync(string number, CancellationToken cancellationToken)
    {
        if (await LookAsync(number, cancellationToken) is { } incident
            && incident.GetProperty("candidates") is { ValueKind: JsonValueKind.Array } candidates
            && candidates.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } first
            && first.GetProperty("isSuitable").GetBoolean())
        {
            var patrol = first.GetProperty("patrolId").GetString()!;
            await api.DoAsync("assignIncident", Move(number, "REGISTERED", new() { ["patrolId"] = patrol }), "incident { step }", cancellationToken);
        }
    }

    private async Task VerifyAsync(string number, CancellationToken cancellationToken)
    {
        if (random.NextDouble() < desk.Rework)
        {
            var note = desk.ReworkNotes[random.Next(desk.ReworkNotes.Count)];
            await api.DoAsync("returnIncident", "ExplainedMoveInput", Move(number, "FEEDBACK", new() { ["note"] = note }), "incident { step }", cancellationToken);
            return;
        }

        if (await api.DoAsync("closeIncident", "MoveIncidentInput", Move(number, "FEEDBACK"), "incident { step }", cancellationToken) is not null
            && random.Next(3) == 0)
        {
            var rating = new { incident = number, rating = random.Next(10) == 0 ? 3 : 5, idempotencyKey = Key() };
            await api.DoAsync("rateIncident", rating, "incident { step }", cancellationToken);
        }
    }

    private async Task<JsonElement?> LookAsync(string number, CancellationToken cancellationToken) =>
        await api.AskAsync("incident", CandidatesDocument, new { number }, cancellationToken) is { } data
            && data.GetProperty("incident") is { ValueKind: JsonValueKind.Object } incident
            ? incident
            : null;

    // The oldest at one spot goes on. One desk does one thing after the other, so that no two are merged into each other.
    private string? FindOriginal(JsonElement incident) => (
        from found in incident.GetProperty("possibleDuplicates").EnumerateArray()
        let other = found.GetProperty("incident")
        where other.ValueKind == JsonValueKind.Object && other.GetProperty("isOpen").GetBoolean()
        let number = other.GetProperty("number").GetString()!
        where found.GetProperty("isSameClass").GetBoolean() && found.GetProperty("meters").GetDouble() <= SameSpotMeters && cases.IsForOwnDesk(number)
        orderby other.GetProperty("reportedAt").GetDateTimeOffset()
        select number).FirstOrDefault();

    private static Dictionary<string, object> Move(string number, string step, Dictionary<string, object>? further = null) => new(further ?? [])
    {
        ["incident"] = number,
        ["expectedStep"] = step,
        ["idempotencyKey"] = Key(),
    };

    private static string Key() => Guid.CreateVersion7().ToString();
}
