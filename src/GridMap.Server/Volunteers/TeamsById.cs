using Dapper;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Volunteers;

/// <summary>Loads teams by id, with how many volunteers each has.</summary>
public sealed class TeamsById(NpgsqlDataSource database) : DataLoader<int, VolunteerTeam>
{
    protected override async Task<IReadOnlyDictionary<int, VolunteerTeam>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<VolunteerTeam>(new CommandDefinition(
            Sql.Beside<TeamsById>(), new { ids = keys.ToArray() }, cancellationToken: cancellationToken));
        return found.ToDictionary(team => team.Id);
    }
}
