using GridMap.Districts.Dictionaries;
using GridMap.Testing;

namespace GridMap.Districts.Tests.Dictionaries;

public sealed class WriteDictionariesTests
{
    private static readonly DistrictDictionaries Dictionaries = DistrictDictionaries.Load();

    [Fact]
    public async Task The_documents_stand_in_the_database_and_writing_them_again_changes_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var connection = await database.DataSource.OpenConnectionAsync();
        for (var run = 1; run <= 2; run++)
        {
            await WriteDictionaries.RunAsync(connection, CancellationToken.None);
            await using var command = connection.CreateCommand();
            command.CommandText = """
                SELECT format('%s %s %s %s',
                    (SELECT count(*) FROM incident_class), (SELECT count(*) FROM deadline_rule), (SELECT count(*) FROM service), (SELECT count(*) FROM facility_kind))
                """;
            Assert.Equal(
                $"{Dictionaries.IncidentClasses.Count} {Dictionaries.Deadlines.Count} {Dictionaries.Services.Count} {Dictionaries.FacilityKinds.Count}",
                await command.ExecuteScalarAsync());
        }
    }

    [Fact]
    public void Every_class_has_a_deadline_for_each_step() => Assert.All(
        Dictionaries.IncidentClasses,
        entry => Assert.Equal(5, Dictionaries.Deadlines.Count(rule => rule.ClassCode == entry.Code)));

    [Fact]
    public void A_code_says_whether_it_is_a_component_or_an_event() => Assert.All(
        Dictionaries.IncidentClasses,
        entry => Assert.Equal(entry.Kind == "component" ? '1' : '2', entry.Code[0]));

    [Fact]
    public void A_facility_can_offer_fifteen_services() => Assert.Equal(15, Dictionaries.Services.Count);

    [Fact]
    public void Make_up_days_lie_on_weekends_and_outside_their_holiday() => Assert.All(
        Dictionaries.Holidays.SelectMany(holiday => holiday.MakeUpDays.Select(day => (holiday, day))),
        pair => Assert.True(
            pair.day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && (pair.day < pair.holiday.FirstDay || pair.day > pair.holiday.LastDay),
            $"{pair.holiday.Name} {pair.day:O}"));
}
