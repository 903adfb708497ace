using Dapper;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Volunteers;

/// <summary>Finds volunteers by name and team, those who have earned most first.</summary>
public sealed class FindVolunteers(NpgsqlDataSource database)
{
    /// <param name="words">What the name contains; null for anybody.</param>
    /// <param name="grids">Those whose communities' volunteers may be seen; null for all.</param>
    public async Task<IReadOnlyList<Volunteer>> RunAsync(string? words, int? teamId, int first, int[]? grids, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<Volunteer>(new CommandDefinition(
            Sql.Beside<FindVolunteers>(), new { words, team_id = teamId, first, grids }, cancellationToken: cancellationToken));
        return found.AsList();
    }
}
