using Dapper;
using GridMap.Core.Alarms;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Alarms;

/// <summary>
/// Compares what is wrong with the alarms there are, and raises, clears and escalates. It remembers nothing: whatever server runs it, however often, the same
/// things are the same alarms. Servers over one database take turns.
/// </summary>
public sealed class EvaluateAlarms(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>How many alarms of a kind changed.</summary>
    /// <param name="subjects">The ids of what is looked at; null for everything.</param>
    public Task<int> RunAsync(AlarmKind kind, IReadOnlyCollection<string>? subjects, CancellationToken cancellationToken) =>
        InTurnAsync(Sql.Beside<EvaluateAlarms>(), new { kind = AlarmWordsInDatabase.Of(kind), at = Now(), ids = subjects?.ToArray() }, cancellationToken);

    /// <summary>Escalates what has been waiting for too long. Answers how many.</summary>
    public Task<int> EscalateAsync(CancellationToken cancellationToken) =>
        InTurnAsync(Sql.Beside<EvaluateAlarms>("escalate"), new { at = Now() }, cancellationToken);

    /// <summary>The patrol points of some check-ins.</summary>
    public async Task<IReadOnlyList<string>> FindPointsAsync(IReadOnlyCollection<long> checkIns, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var points = await connection.QueryAsync<string>(new CommandDefinition(
            Sql.Beside<EvaluateAlarms>("points"), new { ids = checkIns.ToArray() }, cancellationToken: cancellationToken));
        return points.AsList();
    }

    private async Task<int> InTurnAsync(string sql, object columns, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // A statement of its own: the next one sees what the server before it has committed.
        await connection.ExecuteAsync(new CommandDefinition(Sql.Beside<EvaluateAlarms>("turn"), transaction: transaction, cancellationToken: cancellationToken));
        var changed = await connection.ExecuteScalarAsync<int>(new CommandDefinition(sql, columns, transaction, cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return changed;
    }

    private DateTime Now() => clock.GetUtcNow().UtcDateTime;
}
