using GridMap.Core;
using Npgsql;

namespace GridMap.Database;

/// <summary>A database in which somebody else's things stand: GridMap builds its schema in an empty one only.</summary>
internal static class ForeignDatabase
{
    // A table of the migrator that is not shaped like ours is somebody else's too. What an extension has brought along does not count.
    private const string Find =
        """
        SELECT pg_class.relname
        FROM pg_class
        WHERE pg_class.relnamespace = current_schema()::regnamespace
            AND pg_class.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
            AND NOT EXISTS (SELECT FROM pg_depend WHERE pg_depend.classid = 'pg_class'::regclass AND pg_depend.objid = pg_class.oid AND pg_depend.deptype = 'e')
            AND NOT EXISTS (
                SELECT
                FROM pg_attribute
                WHERE pg_attribute.attrelid = to_regclass('schema_migration') AND pg_attribute.attname IN ('version', 'name', 'sha256')
                HAVING count(*) = 3
            )
        ORDER BY pg_class.relname
        LIMIT 1
        """;

    /// <summary>Why no schema can be built here, or null when the database is empty or ours.</summary>
    public static async Task<Refusal?> FindRefusalAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Find, connection);
        return await command.ExecuteScalarAsync(cancellationToken) is string relation ? NotEmpty(relation) : null;
    }

    private static Refusal NotEmpty(string relation) => new(
        "DATABASE_NOT_EMPTY",
        $"The database is not empty and was not made by gridmap (it holds {relation}): create an empty database and name it in GRIDMAP_DATABASE.",
        $"该数据库非空，且不是由 gridmap 创建（已有 {relation}）：请新建一个空数据库，并在 GRIDMAP_DATABASE 中指定。");
}
