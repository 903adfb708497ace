using GridMap.Core.Geography;
using GridMap.Core.Patrols;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>The last fix of a patrol, and the grid it belongs to.</summary>
public readonly record struct RecentFix(int PatrolId, int? GridId, Fix Fix);

/// <summary>Loads the last fix of every patrol that has sent one since a time.</summary>
public sealed class LoadRecentFixes(NpgsqlDataSource database)
{
    public async Task<IReadOnlyList<RecentFix>> RunAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Beside<LoadRecentFixes>());
        command.Parameters.AddWithValue("since", since.UtcDateTime);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var fixes = new List<RecentFix>();
        while (await reader.ReadAsync(cancellationToken))
        {
            fixes.Add(new RecentFix(reader.GetInt32(0), reader.IsDBNull(8) ? null : reader.GetInt32(8), Read(reader)));
        }

        return fixes;
    }

    private static Fix Read(NpgsqlDataReader reader) => new(
        new Position(reader.GetDouble(2), reader.GetDouble(3)),
        reader.GetFieldValue<DateTimeOffset>(1),
        Real(reader, 4),
        Real(reader, 5),
        Real(reader, 6),
        Real(reader, 7));

    private static double? Real(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFloat(column);
}
