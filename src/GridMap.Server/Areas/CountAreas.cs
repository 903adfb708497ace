using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Areas;

/// <summary>Counts the areas that a filter keeps.</summary>
public sealed class CountAreas(NpgsqlDataSource database)
{
    public async Task<int> RunAsync(AreaFilter filter, CancellationToken cancellationToken)
    {
        var counts = await Rows.ReadAsync(database, Sql.Beside<CountAreas>(), static row => row.GetInt32(0), cancellationToken, filter.Parameters());
        return counts[0];
    }
}
