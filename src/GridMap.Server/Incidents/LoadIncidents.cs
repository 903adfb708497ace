using Dapper;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Incidents;

/// <summary>Loads the current state of the incidents with these ids, for the live feed; an id that no longer exists is left out.</summary>
public sealed class LoadIncidents(NpgsqlDataSource database)
{
    public async Task<IReadOnlyList<IncidentSummary>> RunAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var incidents = await connection.QueryAsync<IncidentSummary>(new CommandDefinition(
            Sql.Beside<LoadIncidents>(), new { ids = ids.ToArray() }, cancellationToken: cancellationToken));
        return incidents.AsList();
    }
}
