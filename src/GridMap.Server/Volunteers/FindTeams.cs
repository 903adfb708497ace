using Dapper;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Volunteers;

/// <summary>Finds teams, those that have earned most first.</summary>
public sealed class FindTeams(NpgsqlDataSource database)
{
    /// <param name="grids">Those whose communities' teams may be seen; null for all.</param>
    public async Task<IReadOnlyList<VolunteerTeam>> RunAsync(int first, int[]? grids, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<VolunteerTeam>(new CommandDefinition(
            Sql.Beside<FindTeams>(), new { first, grids }, cancellationToken: cancellationToken));
        return found.AsList();
    }
}
