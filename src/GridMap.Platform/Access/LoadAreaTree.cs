using GridMap.Core.Access;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Platform.Access;

/// <summary>Loads which area lies in which now.</summary>
public sealed class LoadAreaTree(NpgsqlDataSource database)
{
    public async Task<AreaTree> RunAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Beside<LoadAreaTree>());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var areas = new List<AreaNode>();
        while (await reader.ReadAsync(cancellationToken))
        {
            areas.Add(new AreaNode(reader.GetInt32(0), reader.IsDBNull(1) ? null : reader.GetInt32(1), reader.GetBoolean(2)));
        }

        return AreaTree.Of(areas);
    }
}
