using System.Net;
using System.Text;
using System.Text.Json;
using GridMap.Server.Tests.Live;
using GridMap.Testing;

namespace GridMap.Server.Tests.Patrols.OsmAnd;

public sealed class OsmAndTests(OsmAndTests.Started started) : IClassFixture<OsmAndTests.Started>
{
    private HttpClient Client => started.Server.Client;

    [Theory]
    [InlineData("", "DEVICE_MISSING")]
    [InlineData("lat=40.005&lon=113.005", "DEVICE_MISSING")]
    [InlineData("id=&lat=40.005&lon=113.005", "DEVICE_MISSING")]
    [InlineData("id=%20&lat=40.005&lon=113.005", "DEVICE_MISSING")]
    [InlineData("id=device-1", "POSITION_MALFORMED")]
    [InlineData("id=device-1&lat=40.005", "POSITION_MALFORMED")]
    [InlineData("id=device-1&lat=&lon=", "POSITION_MALFORMED")]
    [InlineData("id=device-1&lat=north&lon=113", "POSITION_MALFORMED")]
    [InlineData("id=device-1&lat=40,005&lon=113,005", "POSITION_MALFORMED")]
    [InlineData("id=device-1&location=40.005", "POSITION_MALFORMED")]
    [InlineData("id=device-1&location=40.005,113.005,9", "POSITION_MALFORMED")]
    [InlineData("id=device-1&lat=NaN&lon=113.005", "POSITION_OFF_THE_GLOBE")]
    [InlineData("id=device-1&lat=40.005&lon=Infinity", "POSITION_OFF_THE_GLOBE")]
    [InlineData("id=device-1&lat=-1e999&lon=113.005", "POSITION_OFF_THE_GLOBE")]
    [InlineData("id=device-1&lat=113.005&lon=40.005", "POSITION_OFF_THE_GLOBE")]
    [InlineData("id=device-1&lat=40.005&lon=181", "POSITION_OFF_THE_GLOBE")]
    [InlineData("id=device-1&lat=40.005&lon=113.005&timestamp=yesterday", "TIME_MALFORMED")]
    [InlineData("id=device-1&lat=40.005&lon=113.005&timestamp=-5", "TIME_MALFORMED")]
    [InlineData("id=device-1&lat=40.005&lon=113.005&timestamp=1e300", "TIME_MALFORMED")]
    [InlineData("id=device-1&lat=40.005&lon=113.005&timestamp=NaN", "TIME_MALFORMED")]
    [InlineData("id=device-1&lat=40.005&lon=113.005&timestamp=4102444800", "FIX_IN_THE_FUTURE")]
    [InlineData("id=device-1&lat=40.005&lon=113.005&timestamp=4102444800000", "FIX_IN_THE_FUTURE")]
    [InlineData("id=device-1&lat=40.005&lon=113.005&timestamp=2100-01-01T00:00:00Z", "FIX_IN_THE_FUTURE")]
    [InlineData("id=device-1&id=device-2&lat=40.005&lon=113.005", "FIELD_REPEATED")]
    [InlineData("id=device-1&lat=40.005&LAT=41&lon=113.005", "FIELD_REPEATED")]
    public async Task What_cannot_be_read_is_a_400_with_a_code(string query, string code)
    {
        foreach (var answer in new[] { await Client.GetAsync($"/osmand?{query}"), await Client.PostAsync($"/osmand?{query}", null), await Client.PostAsync("/osmand", Urlencoded(query)) })
        {
            await AssertRefusedAsync(answer, HttpStatusCode.BadRequest, code);
        }
    }

    [Theory]
    [InlineData("", "JSON_MALFORMED")]
    [InlineData("{", "JSON_MALFORMED")]
    [InlineData("[]", "JSON_MALFORMED")]
    [InlineData("null", "JSON_MALFORMED")]
    [InlineData("""{"id":"\ud800"}""", "JSON_MALFORMED")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]", "JSON_MALFORMED")]
    [InlineData("{}", "DEVICE_MISSING")]
    [InlineData("""{"device_id":{}}""", "DEVICE_MISSING")]
    [InlineData("""{"device_id":"device-1"}""", "POSITION_MALFORMED")]
    [InlineData("""{"device_id":"device-1","location":{"coords":[1,2]}}""", "POSITION_MALFORMED")]
    [InlineData("""{"device_id":"device-1","location":{"coords":{"latitude":true,"longitude":113}}}""", "POSITION_MALFORMED")]
    [InlineData("""{"device_id":"device-1","location":{"coords":{"latitude":91,"longitude":113}}}""", "POSITION_OFF_THE_GLOBE")]
    public async Task Json_that_cannot_be_read_is_a_400_with_a_code(string json, string code) =>
        await AssertRefusedAsync(await Client.PostAsync("/osmand", Json(json)), HttpStatusCode.BadRequest, code);

    [Fact]
    public async Task A_broken_encoding_is_a_400() => await AssertRefusedAsync(
        await Client.PostAsync("/osmand", new ByteArrayContent([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]) { Headers = { ContentType = new("application/json") } }),
        HttpStatusCode.BadRequest,
        "JSON_MALFORMED");

    [Theory]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"id\"\r\n\r\ndevice-1")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", "id=device-1&lat=40.005&lon=113.005")]
    public async Task A_form_that_breaks_off_or_comes_in_an_encoding_of_its_own_is_a_400(string contentType, string body)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        await AssertRefusedAsync(await Client.PostAsync("/osmand", content), HttpStatusCode.BadRequest, "FORM_MALFORMED");
    }

    [Fact]
    public async Task A_number_with_a_null_character_behind_it_is_none() => await AssertRefusedAsync(
        await Client.GetAsync("/osmand?id=device-1&lat=40.005%00&lon=113.005"), HttpStatusCode.BadRequest, "POSITION_MALFORMED");

    [Fact]
    public async Task A_battery_that_is_no_number_does_not_keep_a_fix_out()
    {
        var at = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        using var answer = await Client.PostAsync("/osmand", Json($$$"""
            {"device_id":"device-3","location":{"timestamp":{{{at}}},"coords":{"latitude":40.005,"longitude":113.015},"battery":{"level":"full"} } }
            """));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_a_413() => Assert.Equal(
        HttpStatusCode.RequestEntityTooLarge, (await Client.PostAsync("/osmand", Json(new string(' ', 17 * 1024)))).StatusCode);

    [Fact]
    public async Task An_unknown_device_is_a_404() => await AssertRefusedAsync(
        await Client.GetAsync("/osmand?id=nobody&lat=40.005&lon=113.005"), HttpStatusCode.NotFound, "DEVICE_UNKNOWN");

    [Theory]
    [InlineData("device-4", "40.005", "113.005", 0, "OFF_DUTY")]
    [InlineData("device-1", "0", "0", 0, "NO_FIX")]
    [InlineData("device-1", "40.005", "113.005", -90_000, "STALE")]
    public async Task A_fix_that_a_rule_filters_is_answered_200_and_not_stored(string device, string latitude, string longitude, int ageSeconds, string rule)
    {
        var timestamp = DateTimeOffset.UtcNow.AddSeconds(ageSeconds).ToUnixTimeSeconds();
        using var answer = await Client.GetAsync($"/osmand?id={device}&lat={latitude}&lon={longitude}&timestamp={timestamp}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(rule, answer.Headers.GetValues("X-GridMap-Filtered").Single());
        Assert.Equal(0L, await started.District.ReadAsync<long>($"SELECT count(*) FROM patrol_fix WHERE fixed_at = to_timestamp({timestamp}) AND latitude = {latitude}"));
    }

    [Fact]
    public async Task Every_form_of_the_protocol_is_stored_with_its_units()
    {
        var start = DateTimeOffset.UtcNow.AddMinutes(-5).ToUnixTimeSeconds();
        (string Name, Func<long, Task<HttpResponseMessage>> Send)[] forms =
        [
            ("query in seconds, knots", at => Client.GetAsync($"/osmand?id=device-2&lat=40.005&lon=113.015&timestamp={at}&speed=10&bearing=90&accuracy=5&batt=80")),
            ("post with a query, milliseconds", at => Client.PostAsync($"/osmand?deviceid=device-2&location=40.005,113.015&timestamp={at}000&speed=10&heading=90&accuracy=5&batt=80", null)),
            ("form, ISO 8601, metres per second", at => Client.PostAsync("/osmand", Urlencoded($"id=device-2&lat=40.005&lon=113.015&timestamp={Iso(at)}&speed=5.144444&speed_unit=mps&bearing=90&accuracy=5&batt=80"))),
            ("flat json", at => Client.PostAsync("/osmand", Json($$"""{"id":"device-2","lat":40.005,"lon":113.015,"timestamp":{{at}},"speed":5.144444,"bearing":90,"accuracy":5,"batt":80}"""))),
            ("nested json", at => Client.PostAsync("/osmand", Json($$$"""
                {"device_id":"device-2","location":{"timestamp":"{{{Iso(at)}}}","is_moving":true,"mock":false,
                "coords":{"latitude":40.005,"longitude":113.015,"accuracy":5,"speed":5.144444,"heading":90,"altitude":1043.1,"speed_accuracy":-1},
                "battery":{"level":0.8,"is_charging":false},"activity":{"type":"walking","confidence":100} } }
                """))),
        ];
        foreach (var (index, (name, send)) in forms.Index())
        {
            using var answer = await send(start + index);
            Assert.True(answer.StatusCode == HttpStatusCode.OK && !answer.Headers.Contains("X-GridMap-Filtered"), $"{name}: {answer}");
            Assert.Equal(
                "113.015 40.005 5.14 90 5 80",
                await started.District.ReadAsync<string>($"""
                    SELECT format('%s %s %s %s %s %s', longitude, latitude, round(speed_mps::numeric, 2), bearing_degrees, accuracy_meters, battery_percent)
                    FROM patrol_fix WHERE patrol_id = 2 AND fixed_at = to_timestamp({start + index})
                    """));
        }
    }

    [Theory]
    [InlineData("speed=fast&bearing=-1&accuracy=&batt=900")]
    [InlineData("speed=-1&bearing=NaN&accuracy=-1&batt=-1")]
    [InlineData("speed=1e400&bearing=361&accuracy=Infinity&batt=x")]
    public async Task What_a_device_adds_without_sense_is_left_out(string extras)
    {
        var at = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        using var answer = await Client.GetAsync($"/osmand?id=device-3&lat=40.005&lon=113.015&timestamp={at}&{extras}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(1L, await started.District.ReadAsync<long>($"""
            SELECT count(*) FROM patrol_fix
            WHERE patrol_id = 3 AND fixed_at = to_timestamp({at} / 1000.0) AND speed_mps IS NULL AND bearing_degrees IS NULL AND accuracy_meters IS NULL AND battery_percent IS NULL
            """));
    }

    [Fact]
    public async Task The_same_again_an_older_one_and_one_from_far_away_are_filtered_by_name()
    {
        var at = DateTimeOffset.UtcNow.AddMinutes(-1).ToUnixTimeSeconds();
        Assert.Equal("", await RuleAsync($"id=device-1&lat=40.005&lon=113.005&timestamp={at}"));
        Assert.Equal("DUPLICATE", await RuleAsync($"id=device-1&lat=40.005&lon=113.005&timestamp={at}"));
        Assert.Equal("OUT_OF_ORDER", await RuleAsync($"id=device-1&lat=40.005&lon=113.005&timestamp={at - 1}"));
        Assert.Equal("TELEPORT", await RuleAsync($"id=device-1&lat=40.105&lon=113.005&timestamp={at + 1}"));
        Assert.Equal("INACCURATE", await RuleAsync($"id=device-1&lat=40.005&lon=113.005&timestamp={at + 2}&accuracy=900"));
        Assert.Equal("", await RuleAsync($"id=device-1&lat=40.0051&lon=113.005&timestamp={at + 3}"));
    }

    private async Task<string> RuleAsync(string query)
    {
        using var answer = await Client.GetAsync($"/osmand?{query}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer.Headers.TryGetValues("X-GridMap-Filtered", out var rules) ? rules.Single() : "";
    }

    private static async Task AssertRefusedAsync(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{(int)answer.StatusCode} {body}");
        Assert.Equal(code, JsonDocument.Parse(body).RootElement.GetProperty("code").GetString());
    }

    private static StringContent Urlencoded(string query) => new(query, Encoding.UTF8, "application/x-www-form-urlencoded");

    private static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    private static string Iso(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    public sealed class Started : IAsyncLifetime
    {
        public LiveDistrict District { get; private set; } = null!;

        public TestServer Server { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            District = await LiveDistrict.CreateAsync();
            Server = await District.StartServerAsync();
        }

        public async Task DisposeAsync()
        {
            await Server.DisposeAsync();
            await District.DisposeAsync();
        }
    }
}
