using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;

namespace GridMap.Benchmarks.Live;

/// <summary>Sends a position of every patrol once a second, in twenty requests at their intended times, whether or not the server keeps up.</summary>
public sealed class PositionFeed(Uri server, string token, int patrols) : IAsyncDisposable
{
    private const int RequestsPerSecond = 20;
    private const int RoundsUntilRepeat = 400;
    private const string Report =
        "mutation Report($fixes: [ReportedFixInput!]!) { reportPositions(input: { fixes: $fixes }) { stored refused { refusal { code } } } }";

    private readonly HttpClient _http = new();
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<int, long> _intended = new();
    private Task _running = Task.CompletedTask;
    private int _failed;

    public int Failed => _failed;

    public void Start() => _running = RunAsync();

    /// <summary>Milliseconds since a patrol was to be sent to the place it is told at; null when it is not where this feed has ever put it.</summary>
    public double? AgeOf(uint id, int longitude, int latitude)
    {
        var (east, north) = PlaceOf((int)id, 0);
        var round = longitude - east;
        return latitude == north && round is >= 0 and < RoundsUntilRepeat && _intended.TryGetValue(round * RequestsPerSecond + GroupOf((int)id), out var at)
            ? Stopwatch.GetElapsedTime(at).TotalMilliseconds
            : null;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _running;
        _http.Dispose();
        _end.Dispose();
    }

    /// <summary>In steps of 1e-6°.</summary>
    private static (int Longitude, int Latitude) PlaceOf(int id, int round) => (113_000_000 + id % 200 * 2_000 + round, 40_000_000 + id / 200 * 2_000);

    private int GroupOf(int id) => (id - 1) / (patrols / RequestsPerSecond);

    private async Task RunAsync()
    {
        var start = Stopwatch.GetTimestamp();
        for (var turn = 0; !_end.IsCancellationRequested; turn++)
        {
            var due = start + turn * Stopwatch.Frequency / RequestsPerSecond;
            var body = Write(turn / RequestsPerSecond % RoundsUntilRepeat, turn % RequestsPerSecond, DateTimeOffset.UtcNow + Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due));
            var ahead = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
            if (ahead > TimeSpan.Zero)
            {
                await Task.Delay(ahead, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            _intended[turn % (RoundsUntilRepeat * RequestsPerSecond)] = due;
            _ = SendAsync(body);
        }
    }

    private async Task SendAsync(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server, "/graphql")) { Content = new ReadOnlyMemoryContent(body) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var answer = await _http.SendAsync(request, _end.Token);
            var text = await answer.Content.ReadAsStringAsync(_end.Token);
            if (!text.Contains($"\"stored\":{patrols / RequestsPerSecond},", StringComparison.Ordinal) && Interlocked.Increment(ref _failed) == 1)
            {
                Console.WriteLine($"A request was not stored whole: {text[..Math.Min(300, text.Length)]}");
            }
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
        {
            _ = _end.IsCancellationRequested ? 0 : Interlocked.Increment(ref _failed);
        }
    }

    private ReadOnlyMemory<byte> Write(int round, int group, DateTimeOffset at)
    {
        var buffer = new ArrayBufferWriter<byte>(256 * 1024);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("query", Report);
        json.WriteStartObject("variables");
        json.WriteStartArray("fixes");
        var each = patrols / RequestsPerSecond;
        for (var id = 1 + group * each; id <= (group + 1) * each; id++)
        {
            var (longitude, latitude) = PlaceOf(id, round);
            json.WriteStartObject();
            json.WriteString("deviceId", $"device-{id}");
            json.WriteString("at", at.UtcDateTime);
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
        return buffer.WrittenMemory;
    }
}
