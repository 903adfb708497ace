using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.Json;
using GridMap.Core.Access;
using GridMap.Server.Tests.Incidents;

namespace GridMap.Server.Tests.Patrols.Playback;

public sealed class PlaybackTests(IncidentDesk desk) : IClassFixture<IncidentDesk>, IAsyncLifetime
{
    private const string Open = """
        mutation ($input: OpenPlaybackInput!) {
          openPlayback(input: $input) { playback { id by from until within expiresAt sliceSeconds } gaps { from until } refusal { code message messageZh } }
        }
        """;

    /// <summary>A whole slice and a half, an hour ago: fixes are kept for a month only, so that they cannot be of a day that is written here.</summary>
    private DateTimeOffset _start;

    private DateTimeOffset End => _start.AddMinutes(20);

    public async Task InitializeAsync()
    {
        var seconds = DateTimeOffset.UtcNow.AddMinutes(-90).ToUnixTimeSeconds();
        _start = DateTimeOffset.FromUnixTimeSeconds(seconds - seconds % 600);
        await desk.District.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"""
            SELECT ensure_fix_partitions(current_date - 3, current_date + 1, current_date - 3);
            TRUNCATE patrol_fix;
            INSERT INTO patrol_fix (patrol_id, fixed_at, received_at, longitude, latitude)
            SELECT patrol.id, '{_start:O}'::timestamptz + make_interval(secs => number * 10), now(), 113 + patrol.id * 0.001 + number * 0.00001, 40.005
            FROM patrol, generate_series(-6, 119) AS number
            WHERE patrol.id < 3
            """));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Where_patrols_were_is_told_slice_by_slice_and_nothing_outside_of_what_was_asked_for()
    {
        var opened = await OpenAsync(desk.Dispatcher, _start, End);
        Assert.Equal(600, opened.GetProperty("playback").GetProperty("sliceSeconds").GetInt32());
        Assert.Empty(opened.GetProperty("gaps").EnumerateArray());
        var fixes = await FixesAsync(desk.Dispatcher, opened, _start);
        Assert.Equal([1, 2], fixes.Select(fix => fix.Patrol).Distinct());
        Assert.All(fixes, fix => Assert.InRange(fix.At, _start, End));
        var last = fixes.Last(fix => fix.Patrol == 1);
        // The fix after the slice belongs to it: the way across its end is known.
        Assert.Equal((_start.AddMinutes(10), 113.0016), (last.At, Math.Round(last.Longitude, 6)));

        // A playback that begins later has the slice, but not what was before it.
        var later = await OpenAsync(desk.Dispatcher, _start.AddMinutes(5), End);
        Assert.Equal(_start.AddMinutes(5), (await FixesAsync(desk.Dispatcher, later, _start))[0].At);
        Assert.Equal(_start.AddMinutes(9).AddSeconds(50), (await FixesAsync(desk.Dispatcher, later, _start.AddMinutes(10)))[0].At);
    }

    [Fact]
    public async Task Who_looks_at_what_is_written_before_anything_is_given_and_read_by_administrators()
    {
        var played = await PlayedAsync();
        var opened = (await OpenAsync(desk.Dispatcher, _start, End, "11")).GetProperty("playback");
        Assert.Equal(played + 1, await PlayedAsync());
        Assert.Equal(1L, await desk.District.ReadAsync<long>(
            $"""
            SELECT count(*) FROM audit
            WHERE seq = {opened.GetProperty("id").GetString()} AND action = 'tracks.played' AND actor = '{opened.GetProperty("by").GetString()}'
                AND (detail ->> 'from')::timestamptz = '{_start:O}' AND (detail ->> 'until')::timestamptz = '{End:O}' AND detail ->> 'area' = '11'
            """));
        Assert.Equal("NO_FIXES", Refusal(await OpenAsync(desk.Dispatcher, _start.AddHours(-5), _start.AddHours(-4))));
        Assert.Equal(played + 2, await PlayedAsync());
        await desk.Dispatcher.QueryAsync($"{{ patrol(id: 1) {{ track(from: \"{_start:O}\", until: \"{End:O}\") {{ fixes {{ at }} }} }} }}");

        const string Playbacks = "{ playbacks(first: 3) { totalCount nodes { by from until within patrol { name } } } }";
        var list = (await desk.Server.Client.QueryAsync(Playbacks)).GetProperty("playbacks");
        Assert.Equal(played + 3, list.GetProperty("totalCount").GetInt64());
        var nodes = list.GetProperty("nodes").EnumerateArray().ToList();
        Assert.Equal("张建国", nodes[0].GetProperty("patrol").GetProperty("name").GetString());
        Assert.Equal((opened.GetProperty("by").GetString(), "11"), (nodes[2].GetProperty("by").GetString(), nodes[2].GetProperty("within").GetString()));
        Assert.Equal("NOT_ALLOWED", await desk.Dispatcher.ErrorCodeAsync(Playbacks));
    }

    [Fact]
    public async Task Tracks_are_for_those_who_may_see_them_and_of_their_own_areas()
    {
        var viewer = await desk.Server.SignInAsync(Role.Viewer);
        Assert.Equal("NOT_ALLOWED", Refusal(await OpenAsync(viewer, _start, End)));
        var opened = await OpenAsync(desk.Dispatcher, _start, End);
        Assert.Equal("NOT_ALLOWED", await CodeAsync(HttpStatusCode.Forbidden, viewer, Path(opened, _start)));
        Assert.Equal("SIGN_IN_REQUIRED", await CodeAsync(HttpStatusCode.Unauthorized, desk.Server.Connect(null), Path(opened, _start)));

        var beside = await desk.Server.SignInAsync(Role.Dispatcher, IncidentDesk.SecondGrid);
        Assert.Equal("PLAYBACK_UNKNOWN", await CodeAsync(HttpStatusCode.NotFound, beside, Path(opened, _start)));
        Assert.Equal("NOT_ALLOWED", Refusal(await OpenAsync(beside, _start, End, "11")));
        Assert.All(await FixesAsync(beside, await OpenAsync(beside, _start, End), _start), fix => Assert.Equal(2, fix.Patrol));
        Assert.All(await FixesAsync(desk.Dispatcher, await OpenAsync(desk.Dispatcher, _start, End, "11"), _start), fix => Assert.Equal(1, fix.Patrol));
    }

    [Fact]
    public async Task A_playback_that_is_another_ones_or_has_expired_gives_nothing()
    {
        var opened = await OpenAsync(desk.Dispatcher, _start, End);
        var actor = opened.GetProperty("playback").GetProperty("by").GetString();
        var expired = await desk.District.ReadAsync<long>(
            $"SELECT record_audit(now() - interval '13 hours', '{actor}', NULL, 'tracks.played', NULL, '{{\"from\": \"{_start:O}\", \"until\": \"{End:O}\"}}')");
        Assert.Equal("PLAYBACK_UNKNOWN", await CodeAsync(HttpStatusCode.NotFound, desk.Dispatcher, $"/api/patrols/playbacks/{expired}/{_start.ToUnixTimeSeconds()}"));
        Assert.Equal("PLAYBACK_UNKNOWN", await CodeAsync(HttpStatusCode.NotFound, await desk.Server.SignInAsync(Role.Dispatcher), Path(opened, _start)));
    }

    [Theory]
    [InlineData(0, 0, null, "PERIOD_INVERTED")]
    [InlineData(1500, 0, null, "REPLAY_TOO_LONG")]
    [InlineData(10, -60, null, "REPLAY_IN_THE_FUTURE")]
    [InlineData(600, 590, null, "NO_FIXES")]
    [InlineData(60, 0, "x", "ID_MALFORMED")]
    [InlineData(60, 0, "999", "NOT_ALLOWED")]
    public async Task What_cannot_be_played_back_is_refused_with_what_to_do(int fromMinutesAgo, int untilMinutesAgo, string? within, string code)
    {
        var now = DateTimeOffset.UtcNow;
        Assert.Equal(code, Refusal(await OpenAsync(desk.Dispatcher, now.AddMinutes(-fromMinutesAgo), now.AddMinutes(-untilMinutesAgo), within)));
    }

    [Fact]
    public async Task Times_without_fixes_are_told_before_anybody_looks_for_them()
    {
        await desk.District.ExecuteAsync($"DELETE FROM patrol_fix WHERE fixed_at < '{_start.AddMinutes(10):O}' OR fixed_at >= '{_start.AddMinutes(15):O}'");
        var opened = await OpenAsync(desk.Dispatcher, _start.AddMinutes(-25), _start.AddMinutes(40));
        var gaps = opened.GetProperty("gaps").EnumerateArray().Select(gap => (gap.GetProperty("from").GetDateTimeOffset(), gap.GetProperty("until").GetDateTimeOffset()));
        Assert.Equal([(_start.AddMinutes(-25), _start.AddMinutes(10)), (_start.AddMinutes(20), _start.AddMinutes(40))], gaps);
        Assert.Equal(HttpStatusCode.NoContent, (await desk.Dispatcher.GetAsync(Path(opened, _start.AddMinutes(-20)))).StatusCode);
        // Whoever was heard of just before is still on the map.
        Assert.Equal(2, (await FixesAsync(desk.Dispatcher, opened, _start.AddMinutes(20))).Count);
    }

    [Fact]
    public async Task A_slice_is_compressed_as_asked_for_and_not_sent_twice()
    {
        var path = Path(await OpenAsync(desk.Dispatcher, _start, End), _start);
        var plain = await desk.Dispatcher.GetByteArrayAsync(path);
        var tags = new HashSet<string>();
        foreach (var (accepts, coding) in new[] { ("identity", null), ("gzip", "gzip"), ("gzip, br", "br") })
        {
            using var answer = await SendAsync(path, "Accept-Encoding", accepts);
            Assert.Equal(coding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
            Assert.Equal("application/vnd.gridmap.tracks", answer.Content.Headers.ContentType?.MediaType);
            Assert.Equal("private, no-cache", answer.Headers.CacheControl?.ToString().Replace("no-cache, private", "private, no-cache", StringComparison.Ordinal));
            var body = await answer.Content.ReadAsByteArrayAsync();
            Assert.Equal(plain, Decode(body, coding));
            Assert.True(tags.Add(answer.Headers.ETag!.Tag));
            using var again = await SendAsync(path, "Accept-Encoding", accepts, answer.Headers.ETag.Tag);
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        }
    }

    [Theory]
    [InlineData("x", "0", HttpStatusCode.NotFound)]
    [InlineData("-1", "0", HttpStatusCode.NotFound)]
    [InlineData("99999999999999999999", "0", HttpStatusCode.NotFound)]
    [InlineData(null, "x", HttpStatusCode.BadRequest)]
    [InlineData(null, "-600", HttpStatusCode.BadRequest)]
    [InlineData(null, "1", HttpStatusCode.BadRequest)]
    [InlineData(null, "0", HttpStatusCode.BadRequest)]
    [InlineData(null, "9223372036854775800", HttpStatusCode.BadRequest)]
    [InlineData(null, "4294967400", HttpStatusCode.BadRequest)]
    public async Task What_makes_no_sense_is_refused_and_no_fault(string? id, string start, HttpStatusCode status)
    {
        id ??= (await OpenAsync(desk.Dispatcher, _start, End)).GetProperty("playback").GetProperty("id").GetString();
        Assert.Contains(await CodeAsync(status, desk.Dispatcher, $"/api/patrols/playbacks/{id}/{start}"), new[] { "PLAYBACK_UNKNOWN", "SLICE_MALFORMED" });
    }

    private static async Task<JsonElement> OpenAsync(HttpClient client, DateTimeOffset from, DateTimeOffset until, string? within = null) =>
        (await client.QueryAsync(Open, new { input = new { from, until, within } })).GetProperty("openPlayback");

    private static string? Refusal(JsonElement payload)
    {
        Assert.Equal(JsonValueKind.Null, payload.GetProperty("playback").ValueKind);
        return payload.RefusalOf();
    }

    private static string Path(JsonElement opened, DateTimeOffset start) =>
        $"/api/patrols/playbacks/{opened.GetProperty("playback").GetProperty("id").GetString()}/{start.ToUnixTimeSeconds()}";

    private static async Task<IReadOnlyList<PlayedFix>> FixesAsync(HttpClient client, JsonElement opened, DateTimeOffset start) =>
        Tracks.Unpack(await client.GetByteArrayAsync(Path(opened, start)));

    private static async Task<string> CodeAsync(HttpStatusCode status, HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{path}: {(int)answer.StatusCode} {body}");
        return JsonDocument.Parse(body).RootElement.GetProperty("code").GetString()!;
    }

    private static byte[] Decode(byte[] body, string? coding)
    {
        if (coding is null)
        {
            return body;
        }

        using Stream decoder = coding == "br" ? new BrotliStream(new MemoryStream(body), CompressionMode.Decompress) : new GZipStream(new MemoryStream(body), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        decoder.CopyTo(plain);
        return plain.ToArray();
    }

    private async Task<HttpResponseMessage> SendAsync(string path, string header, string value, string? held = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add(header, value);
        if (held is not null)
        {
            request.Headers.Add("If-None-Match", held);
        }

        return await desk.Dispatcher.SendAsync(request);
    }

    private Task<long> PlayedAsync() => desk.District.ReadAsync<long>("SELECT count(*) FROM audit WHERE action IN ('track.played', 'tracks.played')");
}
