namespace GridMap.Districts.Life;

/// <summary>Where an incident stands as of now, with the steps that led there.</summary>
public sealed record IncidentHistory(string Step, IReadOnlyList<StepRow> Steps, DateTimeOffset? OnSceneAt, DateTimeOffset? ClosedAt, OrderRow? Order);

/// <summary>Tells the history of an incident up to now: the six steps, and sometimes a void, a rework or a suspension.</summary>
public sealed class IncidentHistories(IncidentLifeRules rules, IReadOnlyList<string> desk, DateTimeOffset now, Chance chance)
{
    private const int SuspendedDays = 45;

    public IncidentHistory Tell(IncidentTimes times, string source, int patrolId, string patrolName)
    {
        var clerk = chance.Pick(desk);
        var steps = new List<StepRow> { new(null, "reported", times.Reported, source, null) };
        if (chance.Happens(rules.Voided))
            return Voided(steps, times, clerk);

        Add(steps, "registered", times.Registered, clerk, null);
        Add(steps, "assigned", times.Assigned, clerk, $"派遣至{patrolName}");
        Add(steps, "handling", times.Handling, patrolName, null);
        var isSuspended = chance.Happens(rules.Suspended) && now - times.Handling < TimeSpan.FromDays(SuspendedDays);
        if (!isSuspended)
            Finish(steps, times, clerk, patrolName);

        var last = steps[^1];
        return new IncidentHistory(
            last.To, steps, Until(times.OnScene), last.To == "closed" ? last.At : null, Order(times, patrolId, isSuspended ? null : Until(times.Feedback)));
    }

    private void Finish(List<StepRow> steps, IncidentTimes times, string clerk, string patrolName)
    {
        var note = chance.Pick(rules.FeedbackNotes);
        if (!chance.Happens(rules.Rework))
        {
            Add(steps, "feedback", times.Feedback, patrolName, note);
        }
        else
        {
            var half = (times.Closed - times.Feedback) / 3;
            Add(steps, "feedback", times.Feedback, patrolName, note);
            Add(steps, "handling", times.Feedback + half, clerk, "返工：核查发现未处置到位");
            Add(steps, "feedback", times.Feedback + 2 * half, patrolName, "已返工处置完毕。");
        }

        Add(steps, "closed", times.Closed, clerk, null);
    }

    private IncidentHistory Voided(List<StepRow> steps, IncidentTimes times, string clerk)
    {
        Add(steps, "registered", times.Registered, clerk, null);
        Add(steps, "voided", times.Assigned, clerk, chance.Pick(rules.VoidReasons));
        return new IncidentHistory(steps[^1].To, steps, null, null, null);
    }

    // What has not happened yet is not written.
    private void Add(List<StepRow> steps, string to, DateTimeOffset at, string actor, string? note)
    {
        if (at <= now)
            steps.Add(new StepRow(steps[^1].To, to, at, actor, note));
    }

    private OrderRow? Order(IncidentTimes times, int patrolId, DateTimeOffset? finished) => times.Assigned > now
        ? null
        : new OrderRow(chance.Identifier(times.Assigned), patrolId, times.Assigned, Until(times.Handling), Until(times.OnScene), finished);

    private DateTimeOffset? Until(DateTimeOffset at) => at <= now ? at : null;
}
