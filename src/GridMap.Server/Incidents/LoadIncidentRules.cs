using GridMap.Core.Incidents;
using GridMap.Platform.Database;
using NetTopologySuite.Geometries;
using Npgsql;

namespace GridMap.Server.Incidents;

/// <summary>Loads what reports are judged by; null before a district exists.</summary>
public sealed class LoadIncidentRules(NpgsqlDataSource database)
{
    public async Task<IncidentRules?> RunAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Beside<LoadIncidentRules>());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return null;
        }

        var (jurisdiction, timeZone, extent) = (reader.GetString(0), reader.GetString(1), reader.GetFieldValue<Geometry>(2));
        await reader.NextResultAsync(cancellationToken);
        var deadlines = await ReadDeadlinesAsync(reader, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var classes = await ReadClassesAsync(reader, deadlines, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var calendar = new WorkingCalendar(await ReadCalendarAsync(reader, cancellationToken), WorkingHours.Usual);
        return new IncidentRules(classes, calendar, TimeZoneInfo.FindSystemTimeZoneById(timeZone), jurisdiction, extent);
    }

    private static async Task<ILookup<string, DeadlineRule>> ReadDeadlinesAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var rows = new List<(string Class, DeadlineRule Rule)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add((reader.GetString(0), new DeadlineRule(reader.GetString(1), reader.GetInt32(2), Unit(reader.GetString(3)))));
        }

        return rows.ToLookup(row => row.Class, row => row.Rule);
    }

    private static async Task<Dictionary<string, ReportableClass>> ReadClassesAsync(
        NpgsqlDataReader reader, ILookup<string, DeadlineRule> deadlines, CancellationToken cancellationToken)
    {
        var classes = new Dictionary<string, ReportableClass>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken))
        {
            var code = reader.GetString(1);
            classes[code] = new ReportableClass(
                reader.GetString(0),
                code,
                reader.GetString(2),
                reader.GetString(3),
                reader.GetString(4),
                reader.GetString(5),
                reader.GetString(6),
                reader.GetString(7) == "urgent" ? Urgency.Urgent : Urgency.Normal,
                [.. deadlines[code]]);
        }

        return classes;
    }

    private static async Task<Dictionary<DateOnly, bool>> ReadCalendarAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var days = new Dictionary<DateOnly, bool>();
        while (await reader.ReadAsync(cancellationToken))
        {
            days[reader.GetFieldValue<DateOnly>(0)] = reader.GetBoolean(1);
        }

        return days;
    }

    private static DeadlineUnit Unit(string name) => name switch
    {
        "urgent_hours" => DeadlineUnit.UrgentHours,
        "working_hours" => DeadlineUnit.WorkingHours,
        "working_days" => DeadlineUnit.WorkingDays,
        _ => throw new InvalidDataException($"deadline_rule.unit is {name}."),
    };
}
