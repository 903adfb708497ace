using Dapper;
using GridMap.Core.Volunteers;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Volunteers;

/// <summary>Finds the rules of points, the newest first.</summary>
public sealed class FindPointsRules(NpgsqlDataSource database)
{
    public async Task<IReadOnlyList<PointsRule>> RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<(string Version, DateTime From, int Minutes, int Wish, int Rating, int[] Stars)>(new CommandDefinition(
            Sql.Beside<FindPointsRules>(), cancellationToken: cancellationToken));
        return [.. rows.Select(row => new PointsRule(row.Version, DateOnly.FromDateTime(row.From), row.Minutes, row.Wish, row.Rating, row.Stars))];
    }
}
