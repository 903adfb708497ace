using System.Buffers;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace GridMap.Benchmarks.Live;

/// <summary>Requests with positions of some patrols, as a gateway sends them.</summary>
public static class FixRequest
{
    private const string Report =
        "mutation Report($fixes: [ReportedFixInput!]!) { reportPositions(input: { fixes: $fixes }) { stored refused { refusal { code } } } }";

    private const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";

    /// <summary>In steps of 1e-6°: everybody has a place of their own and walks a step east a round.</summary>
    public static (int Longitude, int Latitude) PlaceOf(int id, int round) => (113_000_000 + id % 200 * 2_000 + round, 40_000_000 + id / 200 * 2_000);

    /// <summary>The body of a request with `count` patrols from `first` on.</summary>
    public static Memory<byte> Write(int first, int count, int round, DateTimeOffset at)
    {
        var buffer = new ArrayBufferWriter<byte>(256 * count);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("query", Report);
        json.WriteStartObject("variables");
        json.WriteStartArray("fixes");
        for (var id = first; id < first + count; id++)
        {
            var (longitude, latitude) = PlaceOf(id, round);
            json.WriteStartObject();
            json.WriteString("deviceId", $"device-{id}");
            json.WriteString("at", at.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));
            json.WriteStartObject("position");
            json.WriteNumber("longitude", longitude / 1e6);
            json.WriteNumber("latitude", latitude / 1e6);
            json.WriteEndObject();
            json.WriteNumber("speedMps", 1.25);
            json.WriteNumber("bearingDegrees", 90);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The same body for another time: times are of one length, so only their letters change.</summary>
    public static void Stamp(Memory<byte> body, IReadOnlyList<int> places, DateTimeOffset at)
    {
        Span<byte> text = stackalloc byte[TimeFormat.Length];
        at.UtcDateTime.TryFormat(text, out _, TimeFormat, CultureInfo.InvariantCulture);
        foreach (var place in places)
        {
            text.CopyTo(body.Span[place..]);
        }
    }

    /// <summary>Where the times stand in a body.</summary>
    public static IReadOnlyList<int> FindTimes(ReadOnlySpan<byte> body)
    {
        var places = new List<int>();
        var name = "\"at\":\""u8;
        for (var at = 0; body[at..].IndexOf(name) is >= 0 and var next; at += next + name.Length)
        {
            places.Add(at + next + name.Length);
        }

        return places;
    }

    /// <summary>Sends a body; tells whether all of it was stored, and prints what was answered if not.</summary>
    public static async Task<bool> SendAsync(HttpClient http, Uri address, string? token, ReadOnlyMemory<byte> body, int count, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.SendAsync(request, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        return text.Contains($"\"stored\":{count},", StringComparison.Ordinal) || text.Contains($"\"stored\":{count}}}", StringComparison.Ordinal);
    }
}
