using Dapper;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Incidents;

/// <summary>Finds the classes of a version of the dictionary, of the one in force if none is named, by code.</summary>
public sealed class FindVersionedClasses(NpgsqlDataSource database, TimeProvider clock)
{
    public async Task<IReadOnlyList<VersionedClass>> RunAsync(string? version, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var classes = await connection.QueryAsync<VersionedClass>(new CommandDefinition(
            Sql.Beside<FindVersionedClasses>(), new { version, now = clock.GetUtcNow().UtcDateTime }, cancellationToken: cancellationToken));
        return classes.AsList();
    }
}
