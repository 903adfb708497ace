using System.Text.Json;
using GridMap.Simulator.Scenarios;
using NetTopologySuite.Geometries;

namespace GridMap.Simulator.Roles;

/// <summary>
/// The patrols that are sent: they accept or decline, ride there on the roads, say that they are on scene, work, and tell the outcome. Whoever is sent by
/// people at their screens answers too, a while later, so that somebody with that patrol's account comes first.
/// </summary>
public sealed class FieldRole(PublicApi api, Field field, Casebook cases, PatrolFleet fleet, TimeProvider time, Random random)
{
    private const string SentDocument = """
        query { incidents(filter: {steps: [ASSIGNED, HANDLING]}, first: 200) {
          nodes { number step onSceneAt position { longitude latitude } assignments { patrolId acceptedAt arrivedAt finishedAt } } } }
        """;

    private const double LaterForOthers = 3;

    private static readonly TimeSpan Remembered = TimeSpan.FromHours(2);

    private readonly Diary _diary = new(random);
    private readonly Dictionary<string, int> _underWay = [];
    private readonly Dictionary<string, DateTimeOffset> _own = [];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var beat = new PeriodicTimer(TimeSpan.FromSeconds(2), time);
        while (await beat.WaitForNextTickAsync(cancellationToken))
        {
            if (await api.AskAsync("sent", SentDocument, new { }, cancellationToken) is { } data)
            {
                await AnswerAsync([.. data.GetProperty("incidents").GetProperty("nodes").EnumerateArray()], cancellationToken);
            }

            _diary.ForgetOld(time.GetUtcNow());
        }
    }

    private async Task AnswerAsync(JsonElement[] sent, CancellationToken cancellationToken)
    {
        foreach (var incident in sent)
        {
            var number = incident.GetProperty("number").GetString()!;
            if (incident.GetProperty("assignments").EnumerateArray().LastOrDefault(one => one.GetProperty("finishedAt").ValueKind == JsonValueKind.Null)
                is { ValueKind: JsonValueKind.Object } assignment)
            {
                var patrol = int.Parse(assignment.GetProperty("patrolId").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
                await AnswerAsync(number, incident, patrol, cancellationToken);
            }
        }

        // Closed from the desk, given to another, or voided meanwhile: the patrol is free again.
        var still = sent.Select(incident => incident.GetProperty("number").GetString()!).ToHashSet();
        foreach (var (number, patrol) in _underWay.Where(pair => !still.Contains(pair.Key)).ToArray())
        {
            Release(number, patrol);
        }

        foreach (var old in _own.Where(pair => time.GetUtcNow() - pair.Value > Remembered).Select(pair => pair.Key).ToArray())
        {
            _own.Remove(old);
        }
    }

    private async Task AnswerAsync(string number, JsonElement incident, int patrol, CancellationToken cancellationToken)
    {
        if (incident.GetProperty("step").GetString() == "ASSIGNED")
        {
            await TakeOnAsync(number, Position(incident), patrol, cancellationToken);
        }
        else if (_own.ContainsKey(number))
        {
            await HandleAsync(number, incident, patrol, cancellationToken);
        }
    }

    private async Task TakeOnAsync(string number, Coordinate position, int patrol, CancellationToken cancellationToken)
    {
        var later = cases.IsReportedHere(number) ? 1 : LaterForOthers;
        var isDue = _diary.IsDue($"{number} accept {patrol}", new Delay(later * field.AcceptSeconds.From, later * field.AcceptSeconds.To), time.GetUtcNow());
        if (!isDue || _underWay.ContainsValue(patrol))
        {
            return;
        }

        if (random.NextDouble() < field.Declined || !fleet.Send(patrol, position, field.MetersPerSecond))
        {
            await api.DoAsync("declineAssignment", "ExplainedMoveInput", Move(number, "ASSIGNED", "正在处理其他紧急任务，暂无法前往。"), "incident { step }", cancellationToken);
        }
        else if (await api.DoAsync("acceptAssignment", "MoveIncidentInput", Move(number, "ASSIGNED", null), "incident { step }", cancellationToken) is not null)
        {
            _underWay[number] = patrol;
            _own[number] = time.GetUtcNow();
        }
        else
        {
            fleet.Release(patrol);
        }
    }

    private async Task HandleAsync(string number, JsonElement incident, int patrol, CancellationToken cancellationToken)
    {
        _own[number] = time.GetUtcNow();
        if (!_underWay.ContainsKey(number))
        {
            // Sent back by the desk: the same patrol goes there again.
            if (_underWay.ContainsValue(patrol) || !fleet.Send(patrol, Position(incident), field.MetersPerSecond))
            {
                return;
            }

            _underWay[number] = patrol;
        }

        if (!fleet.HasArrived(patrol))
        {
            return;
        }

        if (incident.GetProperty("onSceneAt").ValueKind == JsonValueKind.Null)
        {
            await api.AskAsync(
                "arriveAtIncident", "mutation ($number: ID!) { arriveAtIncident(incident: $number) { refusal { code } } }", new { number }, cancellationToken);
        }
        else if (_diary.IsDue($"{number} work {patrol}", field.WorkSeconds, time.GetUtcNow()))
        {
            _diary.Forget($"{number} work {patrol}");
            var outcome = field.Outcomes[random.Next(field.Outcomes.Count)];
            if (await api.DoAsync("submitFeedback", "ExplainedMoveInput", Move(number, "HANDLING", outcome), "incident { step }", cancellationToken) is not null)
            {
                Release(number, patrol);
            }
        }
    }

    private void Release(string number, int patrol)
    {
        fleet.Release(patrol);
        _underWay.Remove(number);
    }

    private static Coordinate Position(JsonElement incident)
    {
        var position = incident.GetProperty("position");
        return new Coordinate(position.GetProperty("longitude").GetDouble(), position.GetProperty("latitude").GetDouble());
    }

    private static Dictionary<string, object?> Move(string number, string step, string? note) => new()
    {
        ["incident"] = number,
        ["expectedStep"] = step,
        ["note"] = note,
        ["idempotencyKey"] = Guid.CreateVersion7().ToString(),
    };
}
