using Dapper;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>Loads the weekly shifts of patrols, by their start.</summary>
public sealed class ShiftsOfPatrols(NpgsqlDataSource database) : DataLoader<int, IReadOnlyList<Shift>>
{
    protected override async Task<IReadOnlyDictionary<int, IReadOnlyList<Shift>>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var shifts = await connection.QueryAsync<(int PatrolId, int[] Weekdays, string StartsAt, string EndsAt)>(new CommandDefinition(
            Sql.Beside<ShiftsOfPatrols>(), new { ids = keys.ToArray() }, cancellationToken: cancellationToken));
        return shifts
            .GroupBy(row => row.PatrolId, row => new Shift(row.Weekdays, row.StartsAt, row.EndsAt))
            .ToDictionary(group => group.Key, IReadOnlyList<Shift> (group) => [.. group]);
    }
}
