using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Response;

/// <summary>An area with its households and those it shares a border with.</summary>
public sealed record AreaLinks(int Id, int Households, int[] Neighbours);

/// <summary>Loads the areas of a level as they are now.</summary>
public sealed class LoadAreaLinks(NpgsqlDataSource database)
{
    public async Task<IReadOnlyList<AreaLinks>> RunAsync(ResponseLevel level, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Beside<LoadAreaLinks>());
        command.Parameters.Add(new NpgsqlParameter<string>("level", level == ResponseLevel.Grid ? "grid" : "community"));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var areas = new List<AreaLinks>();
        while (await reader.ReadAsync(cancellationToken))
        {
            areas.Add(new AreaLinks(reader.GetInt32(0), reader.GetInt32(1), reader.GetFieldValue<int[]>(2)));
        }

        return areas;
    }
}
