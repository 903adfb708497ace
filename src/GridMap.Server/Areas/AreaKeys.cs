using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Areas;

/// <summary>Keys of a batch as columns of a query.</summary>
internal static class AreaKeys
{
    public static object Columns(IReadOnlyList<AreaAt> keys) => new { ids = Ids(keys), instants = Instants(keys) };

    /// <summary>$1 the ids, $2 the instants.</summary>
    public static NpgsqlParameter[] Parameters(IReadOnlyList<AreaAt> keys) => [Rows.Value(Ids(keys)), Rows.Value(Instants(keys))];

    private static int[] Ids(IReadOnlyList<AreaAt> keys) => [.. keys.Select(key => key.Id)];

    private static DateTime[] Instants(IReadOnlyList<AreaAt> keys) => [.. keys.Select(key => key.At.UtcDateTime)];
}
