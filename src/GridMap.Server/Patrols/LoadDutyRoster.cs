using GridMap.Core.Patrols;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>Loads every patrol with its device and shifts.</summary>
public sealed class LoadDutyRoster(NpgsqlDataSource database)
{
    public async Task<DutyRoster> RunAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Beside<LoadDutyRoster>());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var timeZone = TimeZoneInfo.FindSystemTimeZoneById(reader.GetString(0));
        await reader.NextResultAsync(cancellationToken);
        var shifts = await ReadShiftsAsync(reader, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var entries = new List<RosterEntry>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var patrolId = reader.GetInt32(0);
            entries.Add(new RosterEntry(patrolId, reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetInt32(2), [.. shifts[patrolId]]));
        }

        return DutyRoster.Of(timeZone, entries);
    }

    private static async Task<ILookup<int, DutyShift>> ReadShiftsAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var rows = new List<(int PatrolId, DutyShift Shift)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var weekdays = DutyShift.Bits(reader.GetFieldValue<short[]>(1));
            rows.Add((reader.GetInt32(0), new DutyShift(weekdays, reader.GetFieldValue<TimeOnly>(2), reader.GetFieldValue<TimeOnly>(3))));
        }

        return rows.ToLookup(row => row.PatrolId, row => row.Shift);
    }
}
