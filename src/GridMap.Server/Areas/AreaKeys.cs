namespace GridMap.Server.Areas;

/// <summary>Keys of a batch as columns of a query.</summary>
internal static class AreaKeys
{
    public static object Columns(IReadOnlyList<AreaAt> keys) => new
    {
        ids = keys.Select(key => key.Id).ToArray(),
        instants = keys.Select(key => key.At.UtcDateTime).ToArray(),
    };
}
