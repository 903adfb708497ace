using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GridMap.Core.Access;
using GridMap.Server.Patrols;
using GridMap.Server.Tests.Live;
using GridMap.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GridMap.Server.Tests.Patrols;

public sealed class ReportPositionsTests : IAsyncLifetime
{
    private const string Report = """
        mutation Report($fixes: [ReportedFixInput!]!) {
          reportPositions(input: { fixes: $fixes }) {
            stored filtered { index rule } refused { index refusal { code message messageZh } } refusal { code message messageZh }
          }
        }
        """;

    private static readonly DateTimeOffset Start = DateTimeOffset.UtcNow.AddMinutes(-10);

    private LiveDistrict _district = null!;
    private TestServer _server = null!;

    public async Task InitializeAsync()
    {
        _district = await LiveDistrict.CreateAsync();
        _server = await _district.StartServerAsync();
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _district.DisposeAsync();
    }

    [Fact]
    public void The_way_of_a_fix_is_one_list_of_named_steps() => Assert.Equal(
        ["parse", "identify", "on duty", "time", "plausibility", "deduplicate", "latest", "persist", "publish"], FixSteps.All.Select(step => step.Name));

    [Fact]
    public async Task What_is_good_in_a_request_is_stored_and_what_is_not_is_told_by_its_place()
    {
        var told = await ReportAsync(
            Fix("device-1", 0),
            Fix("device-1", 0),
            Fix("device-1", 60),
            Fix("device-1", 30),
            Fix("device-1", 61, longitude: 114),
            Fix("device-2", 3600 * 24 * 365),
            Fix("device-2", -3600 * 48),
            Fix("device-2", 0, longitude: 0, latitude: 0),
            Fix("device-4", 0),
            Fix("nobody", 0));
        Assert.Equal(2, told.GetProperty("stored").GetInt32());
        Assert.Equal(
            ["1 DUPLICATE", "3 OUT_OF_ORDER", "4 TELEPORT", "6 STALE", "7 NO_FIX", "8 OFF_DUTY"],
            told.GetProperty("filtered").EnumerateArray().Select(filtered => $"{filtered.GetProperty("index")} {filtered.GetProperty("rule")}"));
        var refused = told.GetProperty("refused").EnumerateArray().ToList();
        Assert.Equal(["5 FIX_IN_THE_FUTURE", "9 DEVICE_UNKNOWN"], refused.Select(one => $"{one.GetProperty("index")} {one.GetProperty("refusal").GetProperty("code")}"));
        Assert.All(refused, one => Assert.NotEmpty(one.GetProperty("refusal").GetProperty("messageZh").GetString()!));
        Assert.Equal(2L, await _district.ReadAsync<long>("SELECT count(*) FROM patrol_fix"));
        Assert.Equal(0, (await ReportAsync(Fix("device-1", 0), Fix("device-1", 60))).GetProperty("stored").GetInt32());
    }

    [Fact]
    public async Task What_a_rule_stops_is_counted_under_its_name()
    {
        var counted = new Dictionary<string, long>();
        using var listener = new System.Diagnostics.Metrics.MeterListener
        {
            InstrumentPublished = static (instrument, listening) =>
            {
                if (instrument.Meter.Name == PatrolMeters.MeterName)
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        var own = _server.Services.GetRequiredService<PatrolMeters>();
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            if (own.Owns(instrument) && tags.Length == 1)
            {
                counted[$"{tags[0].Value}"] = counted.GetValueOrDefault($"{tags[0].Value}") + value;
            }
        });
        listener.Start();
        await ReportAsync(Fix("device-1", 0), Fix("device-1", 0), Fix("device-1", 0), Fix("nobody", 0));
        await _server.Client.GetAsync("/osmand?id=device-1");
        Assert.Equal((2, 1, 1), (counted["DUPLICATE"], counted["DEVICE_UNKNOWN"], counted["POSITION_MALFORMED"]));
    }

    [Fact]
    public async Task More_than_a_thousand_positions_in_a_request_are_refused_whole()
    {
        var told = await ReportAsync([.. Enumerable.Range(0, 1_001).Select(second => Fix("device-1", second))]);
        Assert.Equal("TOO_MANY_POSITIONS", told.GetProperty("refusal").GetProperty("code").GetString());
        Assert.NotEmpty(told.GetProperty("refusal").GetProperty("messageZh").GetString()!);
        Assert.Equal(0L, await _district.ReadAsync<long>("SELECT count(*) FROM patrol_fix"));
    }

    [Theory]
    [InlineData("/graphql")]
    [InlineData("/osmand")]
    public async Task Ten_thousand_positions_in_a_request_are_refused_before_they_are_read(string path)
    {
        var fixes = Enumerable.Range(0, 10_000).Select(second => Fix("device-1", second)).ToArray();
        // Who sends on while the server closes may miss the answer; so the body waits for leave, which never comes.
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, Expect100ContinueTimeout = Timeout.InfiniteTimeSpan });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_server.Client.BaseAddress!, path))
        {
            Content = JsonContent.Create(new { query = Report, variables = new { fixes } }),
        };
        await request.Content.LoadIntoBufferAsync();
        foreach (var (name, values) in _server.Client.DefaultRequestHeaders)
        {
            request.Headers.Add(name, values);
        }

        request.Headers.ExpectContinue = true;
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Matches("\"code\":\"[A-Z_]+\"", await answer.Content.ReadAsStringAsync());
        Assert.Equal(0L, await _district.ReadAsync<long>("SELECT count(*) FROM patrol_fix"));
    }

    [Fact]
    public async Task Whoever_sends_positions_of_one_grid_cannot_send_those_of_another()
    {
        var field = await _server.SignInAsync(Role.Field, "140214001001002");
        var told = (await field.QueryAsync(Report, new { fixes = new[] { Fix("device-1", 0), Fix("device-2", 0) } })).GetProperty("reportPositions");
        Assert.Equal(1, told.GetProperty("stored").GetInt32());
        Assert.Equal("NOT_ALLOWED", Assert.Single(told.GetProperty("refused").EnumerateArray()).GetProperty("refusal").GetProperty("code").GetString());
        Assert.Equal(2, await _district.ReadAsync<int>("SELECT patrol_id FROM patrol_fix"));
    }

    [Fact]
    public async Task What_a_device_knows_besides_is_kept_where_it_makes_sense()
    {
        await ReportAsync(new { deviceId = "device-1", at = Start, position = new { longitude = 113.005, latitude = 40.005 }, speedMps = 1.5, bearingDegrees = 400, accuracyMeters = 5 });
        Assert.Equal("1.5 null 5 null", await _district.ReadAsync<string>(
            "SELECT concat_ws(' ', speed_mps, coalesce(bearing_degrees::text, 'null'), accuracy_meters, coalesce(battery_percent::text, 'null')) FROM patrol_fix"));
    }

    private async Task<JsonElement> ReportAsync(params object[] fixes) =>
        (await _server.Client.QueryAsync(Report, new { fixes })).GetProperty("reportPositions");

    private static object Fix(string device, int seconds, double longitude = 113.005, double latitude = 40.005) =>
        new { deviceId = device, at = Start.AddSeconds(seconds), position = new { longitude, latitude } };
}
