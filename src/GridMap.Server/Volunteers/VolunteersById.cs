using Dapper;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Volunteers;

/// <summary>Loads volunteers by id.</summary>
public sealed class VolunteersById(NpgsqlDataSource database) : DataLoader<int, Volunteer>
{
    protected override async Task<IReadOnlyDictionary<int, Volunteer>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<Volunteer>(new CommandDefinition(
            Sql.Beside<VolunteersById>(), new { ids = keys.ToArray() }, cancellationToken: cancellationToken));
        return found.ToDictionary(volunteer => volunteer.Id);
    }
}
