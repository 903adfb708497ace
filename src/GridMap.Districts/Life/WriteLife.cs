using GridMap.Districts.Dictionaries;
using GridMap.Districts.Writing;
using Npgsql;

namespace GridMap.Districts.Life;

/// <summary>Brings a divided district to life as of an instant: staff, shifts, patrol points, a year of check-ins, incidents and volunteer work. Nothing about residents.</summary>
public static class WriteLife
{
    /// <summary>The chapters of a district's life, in the order they are written.</summary>
    public static IReadOnlyList<DistrictChapter> Chapters(TimeProvider clock) =>
        [new("写入一年的日常", "Writing a year of life", (connection, district, token) => RunAsync(connection, new LifePlace(district, clock.GetUtcNow()), token))];

    public static async Task RunAsync(NpgsqlConnection connection, LifePlace place, CancellationToken cancellationToken)
    {
        var (rules, dictionaries) = (LifeRules.Load(), DistrictDictionaries.Load());
        var calendar = new LocalCalendar(place.TimeZone, dictionaries.Holidays);
        var scenes = new DrawScenes(place, rules.Incidents).Run();
        var force = new DrawPatrols(place, rules.Patrols, LifeRules.LoadNames()).Run();
        var points = new DrawPatrolPoints(place, rules.PatrolPoints, scenes).Run();
        var checkIns = new DrawCheckIns(place, rules.PatrolPoints, points, new DutyLookup(place, force), calendar).Run();
        await PatrolTables.WriteAsync(connection, force, points, checkIns, cancellationToken);

        var incidents = new DrawIncidents(place, rules, LifeRules.LoadIncidentPatterns(), dictionaries, calendar, scenes, force).Run();
        var written = await IncidentTables.WriteAsync(connection, incidents, dictionaries.IncidentVersion, cancellationToken);

        var volunteers = new DrawVolunteers(place, rules.Volunteers, LifeRules.LoadNames()).Run();
        ActivityRow[] activities = [.. new DrawActivities(place, rules.Volunteers, volunteers, scenes, calendar).Run()];
        WishRow[] wishes = [.. new DrawWishes(place, rules.Volunteers, volunteers, scenes, calendar).Run()];
        await VolunteerTables.WriteAsync(connection, volunteers, activities, wishes, cancellationToken);
        await MoveSequencesAsync(connection, written, cancellationToken);
    }

    private static async Task MoveSequencesAsync(NpgsqlConnection connection, int incidents, CancellationToken cancellationToken)
    {
        using var text = new StreamReader(typeof(WriteLife).Assembly.GetManifestResourceStream("Life/WriteLife.sql")!);
        await using var command = new NpgsqlCommand(await text.ReadToEndAsync(cancellationToken), connection);
        command.Parameters.AddWithValue("incidents", (long)incidents);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
