using Dapper;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Facilities;

/// <summary>Finds all kinds of facilities, by code.</summary>
public sealed class FindFacilityKinds(NpgsqlDataSource database)
{
    public async Task<IReadOnlyList<FacilityKind>> RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<FacilityKind>(new CommandDefinition(Sql.Beside<FindFacilityKinds>(), cancellationToken: cancellationToken))).AsList();
    }
}
