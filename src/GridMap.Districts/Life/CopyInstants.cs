using Npgsql;
using NpgsqlTypes;

namespace GridMap.Districts.Life;

/// <summary>Instants and identifiers in a binary COPY.</summary>
internal static class CopyInstants
{
    public static void PutInstant(this NpgsqlBinaryImporter row, DateTimeOffset value) => row.Write(value.UtcDateTime, NpgsqlDbType.TimestampTz);

    public static void PutInstant(this NpgsqlBinaryImporter row, DateTimeOffset? value)
    {
        if (value is { } instant)
            row.PutInstant(instant);
        else
            row.WriteNull();
    }

    public static void PutIdentifier(this NpgsqlBinaryImporter row, Guid value) => row.Write(value, NpgsqlDbType.Uuid);
}
