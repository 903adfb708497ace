using Dapper;
using GridMap.Core.Access;
using GridMap.Core.Alarms;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Alarms;

/// <summary>How many alarms of a kind and severity are not cleared.</summary>
public sealed record AlarmTotal
{
    public required AlarmKind Kind { get; init; }

    public required AlarmSeverity Severity { get; init; }

    public required int Raised { get; init; }

    public required int Acknowledged { get; init; }

    public required int Escalated { get; init; }
}

/// <summary>How many alarms are not cleared.</summary>
public sealed record AlarmTotals(IReadOnlyList<AlarmTotal> Groups)
{
    public int Raised => Groups.Sum(total => total.Raised);

    public int Acknowledged => Groups.Sum(total => total.Acknowledged);

    public int Escalated => Groups.Sum(total => total.Escalated);
}

/// <summary>Counts the alarms that are not cleared and that a caller may see, by severity and kind.</summary>
public sealed class TotalAlarms(NpgsqlDataSource database, CurrentAreas areas)
{
    /// <param name="within">An area; null for all that the caller may see.</param>
    public async Task<AlarmTotals> RunAsync(int? within, Caller caller, CancellationToken cancellationToken)
    {
        var scope = await areas.ScopeAsync(caller, Permission.SeeAlarms, within, cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<AlarmTotal>(new CommandDefinition(
            Sql.Beside<TotalAlarms>(), new { grids = scope.Grids }, cancellationToken: cancellationToken));
        return new AlarmTotals([.. found.OrderBy(total => total.Severity).ThenBy(total => total.Kind)]);
    }
}
