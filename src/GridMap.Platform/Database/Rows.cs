using System.Runtime.InteropServices;
using Npgsql;

namespace GridMap.Platform.Database;

/// <summary>
/// Reads rows by the position of their columns, parameters by their number ($1 is the first): for what is asked often or has many rows, where mapping
/// columns by name takes longer than the database does.
/// </summary>
public static class Rows
{
    /// <summary>A parameter of its own type; null where there is none.</summary>
    public static NpgsqlParameter Value<T>(T value) => new NpgsqlParameter<T> { TypedValue = value };

    /// <summary>All rows, each read at once by <paramref name="read"/>.</summary>
    public static async Task<List<TRow>> ReadAsync<TRow>(
        NpgsqlDataSource database, string sql, Func<NpgsqlDataReader, TRow> read, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<TRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>The rows of each key, in their order.</summary>
    public static Dictionary<TKey, IReadOnlyList<TItem>> ByKey<TRow, TKey, TItem>(this List<TRow> rows, Func<TRow, TKey> key, Func<TRow, TItem> item)
        where TKey : notnull
    {
        var lists = new Dictionary<TKey, IReadOnlyList<TItem>>();
        foreach (var row in rows)
        {
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(lists, key(row), out _);
            list ??= new List<TItem>();
            ((List<TItem>)list).Add(item(row));
        }

        return lists;
    }

    public static string? GetNullableString(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static int? GetNullableInt32(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);
}
