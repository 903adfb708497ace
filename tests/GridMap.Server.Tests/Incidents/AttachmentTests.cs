using System.Buffers.Binary;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using GridMap.Core.Access;
using GridMap.Core.Pictures;
using Npgsql;

namespace GridMap.Server.Tests.Incidents;

public sealed class AttachmentTests(IncidentDesk desk) : IClassFixture<IncidentDesk>
{
    // By name: a runner that lists the tests writes down what they are given, and pictures of many megabytes would take gigabytes.
    private static readonly Dictionary<string, (Func<byte[]> Bytes, HttpStatusCode Status, string Code)> NoPictures = new()
    {
        ["an SVG named .jpg"] = (() => "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"u8.ToArray(), HttpStatusCode.UnsupportedMediaType, "PICTURE_FORMAT"),
        ["a zip named .jpg"] = (() => [0x50, 0x4B, 3, 4, .. new byte[100]], HttpStatusCode.UnsupportedMediaType, "PICTURE_FORMAT"),
        ["a GIF"] = (() => [.. "GIF89a"u8, .. new byte[100]], HttpStatusCode.UnsupportedMediaType, "PICTURE_FORMAT"),
        ["nothing"] = (() => [], HttpStatusCode.UnsupportedMediaType, "PICTURE_FORMAT"),
        ["50 megapixels"] = (() => Png(10_000, 5_000, withPixels: false), HttpStatusCode.BadRequest, "PICTURE_TOO_MANY_PIXELS"),
        ["one line of 20 000 pixels"] = (() => Png(20_000, 1, withPixels: false), HttpStatusCode.BadRequest, "PICTURE_TOO_MANY_PIXELS"),
        ["a header without pixels"] = (() => Png(100, 100, withPixels: false), HttpStatusCode.BadRequest, "PICTURE_DAMAGED"),
        ["a beginning"] = (() => Png(400, 300)[..60], HttpStatusCode.BadRequest, "PICTURE_DAMAGED"),
        ["the first bytes of a JPEG"] = (() => [0xFF, 0xD8, 0xFF, 0xE0], HttpStatusCode.BadRequest, "PICTURE_DAMAGED"),
        ["more than there may be"] = (() => new byte[PictureHeader.MaxBytes + 1], HttpStatusCode.RequestEntityTooLarge, "PICTURE_TOO_LARGE"),
    };

    public static TheoryData<string> WhatIsNoPicture => [.. NoPictures.Keys];

    [Theory]
    [MemberData(nameof(WhatIsNoPicture))]
    public async Task What_is_no_picture_is_refused_and_nothing_is_kept(string what)
    {
        var (bytes, status, code) = NoPictures[what];
        var incident = await desk.ReportAsync();
        using var answer = await AddAsync(desk.Dispatcher, incident, bytes());
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{what}: {(int)answer.StatusCode} {body}");
        Assert.Equal(code, JsonDocument.Parse(body).RootElement.GetProperty("code").GetString());
        Assert.Empty(await ListAsync(incident));
    }

    [Fact]
    public async Task A_picture_is_kept_as_its_pixels_alone_with_a_small_one()
    {
        var incident = await desk.ReportAsync();
        var picture = Png(3_000, 1_500, note: "Secret place 40.005 113.005");
        using var answer = await AddAsync(desk.Dispatcher, incident, picture);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var attachment = Assert.Single(await ListAsync(incident));
        Assert.Equal(
            (2048, 1024, true),
            (attachment.GetProperty("width").GetInt32(), attachment.GetProperty("height").GetInt32(), attachment.GetProperty("uploadedBy").GetString()!.StartsWith("test-", StringComparison.Ordinal)));
        Assert.Equal($"测试 {attachment.GetProperty("uploadedBy").GetString()![^4..]}", attachment.GetProperty("uploadedByName").GetString());

        var (content, thumbnail) = (await GetAsync(desk.Dispatcher, attachment, "url"), await GetAsync(desk.Dispatcher, attachment, "thumbnailUrl"));
        var bytes = await content.Content.ReadAsByteArrayAsync();
        Assert.Equal(new PictureHeader(PictureFormat.Jpeg, 2048, 1024), PictureHeader.Read(bytes).Value);
        Assert.Equal(new PictureHeader(PictureFormat.Jpeg, 320, 160), PictureHeader.Read(await thumbnail.Content.ReadAsByteArrayAsync()).Value);
        Assert.DoesNotContain("Secret", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal("image/jpeg", content.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", content.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("default-src 'self'", content.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.True(content.Headers.CacheControl?.Private);
    }

    [Fact]
    public async Task A_photo_is_turned_upright_and_its_place_is_gone()
    {
        var incident = await desk.ReportAsync();
        using (await AddAsync(desk.Dispatcher, incident, Png(600, 300)))
        {
            var plain = await (await GetAsync(desk.Dispatcher, Assert.Single(await ListAsync(incident)), "url")).Content.ReadAsByteArrayAsync();
            using var answer = await AddAsync(desk.Dispatcher, incident, WithExif(plain, orientation: 6));
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        }

        var turned = (await ListAsync(incident))[1];
        Assert.Equal((300, 600), (turned.GetProperty("width").GetInt32(), turned.GetProperty("height").GetInt32()));
        var bytes = await (await GetAsync(desk.Dispatcher, turned, "url")).Content.ReadAsByteArrayAsync();
        Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_picture_sent_again_is_the_same_and_twelve_are_enough()
    {
        var incident = await desk.ReportAsync();
        var picture = Png(64, 64);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => AddAsync(desk.Dispatcher, incident, picture)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        Assert.Single(answers.Select(answer => answer.Headers.Location).Distinct());

        // Eleven more find room of those that come at once, and no twelfth.
        var many = await Task.WhenAll(Enumerable.Range(1, 14).Select(i => AddAsync(desk.Dispatcher, incident, Png(64, 64 + i))));
        Assert.Equal(11, many.Count(answer => answer.StatusCode == HttpStatusCode.Created));
        Assert.Equal(3, many.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
        Assert.Equal(12, (await ListAsync(incident)).Count);
    }

    [Fact]
    public async Task Two_that_wait_for_each_other_do_not_both_find_the_last_room()
    {
        var incident = await desk.ReportAsync();
        await Task.WhenAll(Enumerable.Range(1, 11).Select(i => AddAsync(desk.Dispatcher, incident, Png(64, 64 + i))));
        await using var holder = await desk.District.Database.DataSource.OpenConnectionAsync();
        Task<HttpResponseMessage[]> both;
        await using (var held = await holder.BeginTransactionAsync())
        {
            await using var hold = new NpgsqlCommand("SELECT id FROM incident WHERE number = $1 FOR UPDATE", holder, held) { Parameters = { new() { Value = incident } } };
            await hold.ExecuteNonQueryAsync();
            both = Task.WhenAll(new[] { 32, 33 }.Select(height => AddAsync(desk.Dispatcher, incident, Png(64, height))));
            while (await desk.District.ReadAsync<long>("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'") < 2)
            {
                Assert.False(both.IsCompleted);
                await Task.Delay(20);
            }
        }

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Conflict], (await both).Select(answer => answer.StatusCode).Order());
        Assert.Equal(12, (await ListAsync(incident)).Count);
    }

    [Fact]
    public async Task Pictures_are_for_those_who_may_see_the_incident_and_come_from_those_who_may_report_there()
    {
        var incident = await desk.ReportAsync();
        using var added = await AddAsync(desk.Dispatcher, incident, Png(80, 80));
        var attachment = Assert.Single(await ListAsync(incident));
        var viewer = await desk.Server.SignInAsync(Role.Viewer);
        var elsewhere = await desk.Server.SignInAsync(Role.Dispatcher, IncidentDesk.SecondGrid);
        using var nobody = desk.Server.Connect(null);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(viewer, attachment, "url")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(elsewhere, attachment, "url")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(elsewhere, attachment, "thumbnailUrl")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(nobody, attachment, "url")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await AddAsync(viewer, incident, Png(81, 80))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await AddAsync(elsewhere, incident, Png(81, 80))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await AddAsync(desk.Dispatcher, "20000101-000001", Png(81, 80))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await AddAsync(desk.Dispatcher, "x", Png(81, 80))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Dispatcher.GetAsync("/api/attachments/../../etc/passwd")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Dispatcher.GetAsync("/api/attachments/x")).StatusCode);
        Assert.Single(await ListAsync(incident));
    }

    private static async Task<HttpResponseMessage> AddAsync(HttpClient client, string incident, byte[] picture)
    {
        using var content = new ByteArrayContent(picture);
        content.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/incidents/{incident}/attachments") { Content = content };
        // What is too large is refused before it is sent.
        request.Headers.ExpectContinue = true;
        return await client.SendAsync(request);
    }

    private static Task<HttpResponseMessage> GetAsync(HttpClient client, JsonElement attachment, string field) =>
        client.GetAsync(attachment.GetProperty(field).GetString());

    private async Task<List<JsonElement>> ListAsync(string incident) => [.. (await desk.Dispatcher.QueryAsync(
        "query ($number: String!) { incident(number: $number) { attachments { id width height byteSize uploadedAt uploadedBy uploadedByName url thumbnailUrl } } }",
        new { number = incident })).GetProperty("incident").GetProperty("attachments").EnumerateArray()];

    /// <summary>A grey picture, or the header of one.</summary>
    private static byte[] Png(int width, int height, bool withPixels = true, string? note = null)
    {
        var picture = new List<byte> { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A };
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        Chunk(picture, "IHDR", header);
        if (note is not null)
        {
            Chunk(picture, "tEXt", Encoding.Latin1.GetBytes($"Comment\0{note}"));
        }

        if (withPixels)
        {
            using var packed = new MemoryStream();
            using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
            {
                zlib.Write(new byte[(width + 1) * height]);
            }

            Chunk(picture, "IDAT", packed.ToArray());
            Chunk(picture, "IEND", []);
        }

        return [.. picture];
    }

    private static void Chunk(List<byte> picture, string name, byte[] data)
    {
        byte[] body = [.. Encoding.Latin1.GetBytes(name), .. data];
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        picture.AddRange(number);
        picture.AddRange(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
        picture.AddRange(number);
    }

    private static uint Crc(byte[] bytes) => ~bytes.Aggregate(uint.MaxValue, static (crc, next) =>
    {
        crc ^= next;
        for (var bit = 0; bit < 8; bit++)
        {
            crc = (crc & 1) == 0 ? crc >> 1 : 0xEDB88320u ^ (crc >> 1);
        }

        return crc;
    });

    /// <summary>A JPEG with an Exif segment of one entry put before everything else.</summary>
    private static byte[] WithExif(byte[] jpeg, byte orientation) =>
    [
        0xFF, 0xD8, 0xFF, 0xE1, 0x00, 0x22, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0, .. jpeg[2..],
    ];
}
