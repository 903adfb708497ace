using Dapper;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Facilities;

/// <summary>Finds all services that facilities may offer, by code.</summary>
public sealed class FindServices(NpgsqlDataSource database)
{
    public async Task<IReadOnlyList<Service>> RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<Service>(new CommandDefinition(Sql.Beside<FindServices>(), cancellationToken: cancellationToken))).AsList();
    }
}
