using NetTopologySuite.Geometries;
using Npgsql;
using NpgsqlTypes;

namespace GridMap.Districts.Writing;

/// <summary>Rows into one table by binary COPY.</summary>
public static class CopyIn
{
    private const int RowsBetweenChecks = 2048;

    /// <summary>Writes all rows; <paramref name="table"/> is `name (column, …)` and <paramref name="put"/> writes the columns in that order.</summary>
    public static async Task RunAsync<T>(
        NpgsqlConnection connection, string table, IEnumerable<T> rows, Action<NpgsqlBinaryImporter, T> put, CancellationToken cancellationToken)
    {
        await using var importer = await connection.BeginBinaryImportAsync($"COPY {table} FROM STDIN (FORMAT BINARY)", cancellationToken);
        var written = 0;
        foreach (var row in rows)
        {
            if (written++ % RowsBetweenChecks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            await importer.StartRowAsync(cancellationToken);
            put(importer, row);
        }

        await importer.CompleteAsync(cancellationToken);
    }

    public static void Put(this NpgsqlBinaryImporter importer, int value) => importer.Write(value, NpgsqlDbType.Integer);

    public static void Put(this NpgsqlBinaryImporter importer, double value) => importer.Write(value, NpgsqlDbType.Double);

    public static void Put(this NpgsqlBinaryImporter importer, bool value) => importer.Write(value, NpgsqlDbType.Boolean);

    public static void Put(this NpgsqlBinaryImporter importer, Geometry value) => importer.Write(value);

    public static void Put(this NpgsqlBinaryImporter importer, DateTime value) => importer.Write(value, NpgsqlDbType.TimestampTz);

    public static void Put(this NpgsqlBinaryImporter importer, NpgsqlRange<DateTime> value) => importer.Write(value, NpgsqlDbType.TimestampTzRange);

    public static void Put(this NpgsqlBinaryImporter importer, string? value)
    {
        if (value is null)
        {
            importer.WriteNull();
            return;
        }

        importer.Write(value, NpgsqlDbType.Text);
    }

    public static void Put(this NpgsqlBinaryImporter importer, int? value)
    {
        if (value is null)
        {
            importer.WriteNull();
            return;
        }

        importer.Write(value.Value, NpgsqlDbType.Integer);
    }

    public static void Put(this NpgsqlBinaryImporter importer, double? value)
    {
        if (value is null)
        {
            importer.WriteNull();
            return;
        }

        importer.Write(value.Value, NpgsqlDbType.Double);
    }
}
