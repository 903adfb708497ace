using Dapper;
using GridMap.Core.Incidents;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Incidents;

/// <summary>What a move makes of the time by which an incident must be closed.</summary>
/// <param name="IsSet">False when it leaves it as it is.</param>
/// <param name="At">Null where there is no such time.</param>
public readonly record struct DueTime(bool IsSet, DateTimeOffset? At)
{
    public static DueTime Kept { get; } = new(false, null);

    public static DueTime None { get; } = new(true, null);
}

/// <summary>Finds by when an incident must be closed after a move: of its history with that move in it, on the working calendar.</summary>
public sealed class FindDueTime(NpgsqlDataSource database, CurrentIncidentRules rules)
{
    public async Task<DueTime> RunAsync(MoveTarget target, MoveRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!Deadlines.AreMovedBy(request.Move))
        {
            return DueTime.Kept;
        }

        var inForce = await rules.FindAsync(cancellationToken);
        var (history, closing) = await LoadAsync(target, cancellationToken);
        if (inForce.IsRefused || closing is null)
        {
            return DueTime.None;
        }

        var to = Transitions.Find(request.Move, target.Step)!.To;
        history.Add(new HistoryEntry(request.Move, target.Step, to, now, Extension: request.Extension));
        var deadline = StepDeadline.Of([closing], history, inForce.Value.Calendar, inForce.Value.TimeZone).Single();
        return new DueTime(true, deadline.DueAt);
    }

    private async Task<(List<HistoryEntry> History, DeadlineRule? Closing)> LoadAsync(MoveTarget target, CancellationToken cancellationToken)
    {
        var columns = new { id = target.Id, version = target.ClassVersion, code = target.ClassCode };
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var answers = await connection.QueryMultipleAsync(new CommandDefinition(
            Sql.Beside<FindDueTime>(), columns, cancellationToken: cancellationToken));
        var history = (await answers.ReadAsync<StepRow>()).Select(row => row.Taken.Entry).ToList();
        var rule = await answers.ReadSingleOrDefaultAsync<DeadlineRow>();
        return (history, rule?.Rule);
    }
}
