using Dapper;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Incidents;

/// <summary>Loads classes by the version of their dictionary and their code.</summary>
public sealed class ClassesByCode(NpgsqlDataSource database) : DataLoader<(string Version, string Code), VersionedClass>
{
    protected override async Task<IReadOnlyDictionary<(string Version, string Code), VersionedClass>> LoadBatchAsync(
        IReadOnlyList<(string Version, string Code)> keys, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var columns = new { versions = keys.Select(key => key.Version).ToArray(), codes = keys.Select(key => key.Code).ToArray() };
        var classes = await connection.QueryAsync<VersionedClass>(new CommandDefinition(
            Sql.Beside<ClassesByCode>(), columns, cancellationToken: cancellationToken));
        return classes.ToDictionary(found => (found.Version, found.Code));
    }
}
