using Dapper;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Boundaries;

/// <summary>Loads what has been published since a revision.</summary>
public sealed class LoadChangedSince(NpgsqlDataSource database)
{
    public async Task<ChangedSince> RunAsync(int baseRevision, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(
            Sql.Beside<LoadChangedSince>(), new { @base = baseRevision }, cancellationToken: cancellationToken));
        var atoms = (await results.ReadAsync<int>()).ToHashSet();
        return new ChangedSince(atoms, (await results.ReadAsync<int>()).ToHashSet());
    }
}
