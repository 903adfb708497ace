using System.Text.Json;
using GridMap.Server.Coverage;
using Microsoft.Extensions.DependencyInjection;

namespace GridMap.Server.Tests.Coverage;

/// <summary>What happens to answers when the district changes.</summary>
public sealed class CoverageChangeTests
{
    [Fact]
    public async Task A_facility_that_closes_moves_or_opens_changes_the_next_answer()
    {
        await using var district = await CoverageDistrict.StartAsync();
        Assert.Equal(80, await CoveredAsync(district));
        await district.ExecuteAsync("UPDATE facility SET status = 'closed' WHERE id = 1; SELECT record_change('facility', '1', 'upsert', NULL, NULL)");
        await WaitAsync(async () => await CoveredAsync(district) == 50);
        await district.ExecuteAsync("UPDATE facility SET status = 'open' WHERE id = 3; SELECT record_change('facility', '3', 'upsert', NULL, NULL)");
        await WaitAsync(async () => await CoveredAsync(district) == 20 + 30 + 40 + 50);
        await district.ExecuteAsync("UPDATE facility_link SET fraction = 0 WHERE facility_id = 3; SELECT record_change('facility', '3', 'upsert', NULL, NULL)");
        await WaitAsync(async () => await CoveredAsync(district) == 80);
    }

    [Fact]
    public async Task A_facility_that_no_way_leads_to_serves_nobody_and_is_told()
    {
        await using var district = await CoverageDistrict.StartAsync();
        Assert.Equal(80, await CoveredAsync(district));
        // Moved into the middle of the canal, where no way is: the trigger tells that it has changed.
        await district.ExecuteAsync("DELETE FROM facility_link WHERE facility_id = 1; UPDATE facility SET position = ST_SetSRID(ST_MakePoint(113.001, 39.9995), 4326) WHERE id = 1");
        await WaitAsync(async () => await CoveredAsync(district) == 50);
        var coverage = (await district.Server.Client.QueryAsync("""{ coverage(input: { kind: "station", minutes: 5 }) { facilities facilitiesOff { name } catchments { facilityId } } }""")).GetProperty("coverage");
        Assert.Equal("[{\"name\":\"东站\"}]", coverage.GetProperty("facilitiesOff").GetRawText());
        Assert.Equal("[{\"facilityId\":\"2\"}]", coverage.GetProperty("catchments").GetRawText());
    }

    [Fact]
    public async Task As_of_a_time_that_is_past_facilities_count_as_they_were()
    {
        await using var district = await CoverageDistrict.StartAsync();
        var then = DateTimeOffset.UtcNow;
        var asOf = $", asOf: \"{then:O}\"";
        await district.ExecuteAsync("DELETE FROM facility_service WHERE facility_id = 1 AND service_code = 'charging'");
        await district.ExecuteAsync("UPDATE facility SET status = 'closed' WHERE id = 1; UPDATE facility SET status = 'open' WHERE id = 3");
        await WaitAsync(async () => await CoveredAsync(district) == 20 + 30 + 40 + 50);
        Assert.Equal(80, await CountAsync(district, $"kind: \"station\", minutes: 5{asOf}", "covered"));
        Assert.Equal(0, await CountAsync(district, "minutes: 5, service: \"charging\"", "covered"));
        Assert.Equal(30, await CountAsync(district, $"minutes: 5, service: \"charging\"{asOf}", "covered"));
        Assert.Equal(0, await CountAsync(district, "minutes: 5, asOf: \"2000-01-01T00:00:00Z\"", "covered"));

        await district.ExecuteAsync("UPDATE facility SET opening_hours = 'Mo-Su 08:00-18:00' WHERE id = 2");
        Assert.Equal(50, await CountAsync(district, $"kind: \"station\", minutes: 5, at: \"2026-06-03T22:00:00+08:00\"{asOf}", "covered"));
    }

    [Fact]
    public async Task How_facilities_were_is_looked_up_once_while_nothing_changes()
    {
        await using var district = await CoverageDistrict.StartAsync();
        var then = DateTimeOffset.UtcNow;
        var before = await CoveredAsync(district);
        await district.ExecuteAsync("UPDATE facility SET status = 'closed' WHERE id = 1");
        await WaitAsync(async () => await CoveredAsync(district) != before);
        var (load, current) = (district.Server.Services.GetRequiredService<LoadPastFacilities>(), district.Server.Services.GetRequiredService<CurrentCoverage>());
        var (ground, present) = await current.LoadAsync(CancellationToken.None);
        Task<CoverageFacilities> AtAsync(DateTimeOffset at) => load.RunAsync(at, present, ground.NetworkVersion, CancellationToken.None);

        var past = await AtAsync(then);
        Assert.NotSame(present, past);
        Assert.Same(past, await AtAsync(then));
        Assert.NotSame(past, await AtAsync(then.AddSeconds(-1)));
    }

    [Fact]
    public async Task Where_nobody_lives_any_more_there_is_no_share_and_no_gap()
    {
        await using var district = await CoverageDistrict.StartAsync();
        await district.ExecuteAsync("UPDATE building SET households = 0 WHERE id IN (4, 5); SELECT record_change('area', '4', 'upsert', NULL, NULL)");
        await WaitAsync(async () => await CountAsync(district, "minutes: 5, within: \"4\"", "total") == 0);
        var empty = (await district.Server.Client.QueryAsync($$"""{ coverage(input: { minutes: 5, within: "4" }) { share { value } gaps { totalCount } } }""")).GetProperty("coverage");
        Assert.Equal(JsonValueKind.Null, empty.GetProperty("share").GetProperty("value").ValueKind);
        Assert.Equal(0, empty.GetProperty("gaps").GetProperty("totalCount").GetInt32());
    }

    private static Task<int> CoveredAsync(CoverageDistrict district) => CountAsync(district, "kind: \"station\", minutes: 5", "covered");

    private static async Task<int> CountAsync(CoverageDistrict district, string asked, string what) =>
        (await district.Server.Client.QueryAsync($$"""{ coverage(input: { {{asked}} }) { share { {{what}} } } }"""))
        .GetProperty("coverage").GetProperty("share").GetProperty(what).GetInt32();

    private static async Task WaitAsync(Func<Task<bool>> isTrue)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await isTrue())
        {
            await Task.Delay(20, patience.Token);
        }
    }
}
