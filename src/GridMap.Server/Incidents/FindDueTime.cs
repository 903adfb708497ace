using Dapper;
using GridMap.Core.Incidents;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Incidents;

/// <summary>What a move makes of the times by which an incident must be closed and its outcome told.</summary>
/// <param name="IsSet">False when it leaves them as they are.</param>
/// <param name="At">By when it must be closed; null where there is no such time.</param>
/// <param name="HandlingAt">By when its outcome must be told; null where there is no such time.</param>
public readonly record struct DueTime(bool IsSet, DateTimeOffset? At, DateTimeOffset? HandlingAt)
{
    public static DueTime Kept { get; } = new(false, null, null);

    public static DueTime None { get; } = new(true, null, null);
}

/// <summary>Finds by when an incident must be closed and its outcome told after a move: of its history with that move in it, on the working calendar.</summary>
public sealed class FindDueTime(NpgsqlDataSource database, CurrentIncidentRules rules)
{
    public async Task<DueTime> RunAsync(MoveTarget target, MoveRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!Deadlines.AreMovedBy(request.Move))
        {
            return DueTime.Kept;
        }

        var inForce = await rules.FindAsync(cancellationToken);
        var (history, laidDown) = await LoadAsync(target, cancellationToken);
        if (inForce.IsRefused)
        {
            return DueTime.None;
        }

        var to = Transitions.Find(request.Move, target.Step)!.To;
        history.Add(new HistoryEntry(request.Move, target.Step, to, now, Extension: request.Extension));
        var deadlines = StepDeadline.Of(laidDown, history, inForce.Value.Calendar, inForce.Value.TimeZone);
        DateTimeOffset? DueOf(Step step) => deadlines.FirstOrDefault(deadline => deadline.Step == step)?.DueAt;
        return new DueTime(true, DueOf(Step.Closed), DueOf(Step.Feedback));
    }

    private async Task<(List<HistoryEntry> History, DeadlineRule[] LaidDown)> LoadAsync(MoveTarget target, CancellationToken cancellationToken)
    {
        var columns = new { id = target.Id, version = target.ClassVersion, code = target.ClassCode };
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var answers = await connection.QueryMultipleAsync(new CommandDefinition(
            Sql.Beside<FindDueTime>(), columns, cancellationToken: cancellationToken));
        var history = (await answers.ReadAsync<StepRow>()).Select(row => row.Taken.Entry).ToList();
        var rules = await answers.ReadAsync<DeadlineRow>();
        return (history, [.. rules.Select(row => row.Rule)]);
    }
}
