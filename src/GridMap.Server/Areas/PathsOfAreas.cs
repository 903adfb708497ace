using Dapper;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Areas;

/// <summary>Loads the way from the district down to areas.</summary>
public sealed class PathsOfAreas(NpgsqlDataSource database) : DataLoader<AreaAt, IReadOnlyList<AreaAt>>
{
    protected override async Task<IReadOnlyDictionary<AreaAt, IReadOnlyList<AreaAt>>> LoadBatchAsync(
        IReadOnlyList<AreaAt> keys, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var steps = await connection.QueryAsync<(int AreaId, DateTimeOffset At, int StepId)>(new CommandDefinition(
            Sql.Beside<PathsOfAreas>(), AreaKeys.Columns(keys), cancellationToken: cancellationToken));
        return steps
            .GroupBy(step => new AreaAt(step.AreaId, step.At), step => new AreaAt(step.StepId, step.At))
            .ToDictionary(group => group.Key, IReadOnlyList<AreaAt> (group) => [.. group]);
    }
}
