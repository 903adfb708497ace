using System.Collections.Concurrent;
using System.Diagnostics;

namespace GridMap.Benchmarks.Live;

/// <summary>Sends a position of every patrol once a second, in twenty requests at their intended times, whether or not the server keeps up.</summary>
public sealed class PositionFeed(Uri server, string token, int patrols) : IAsyncDisposable
{
    private const int RequestsPerSecond = 20;
    private const int RoundsUntilRepeat = 400;

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
        var (east, north) = FixRequest.PlaceOf((int)id, 0);
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

    private int Each => patrols / RequestsPerSecond;

    private int GroupOf(int id) => (id - 1) / Each;

    private async Task RunAsync()
    {
        var start = Stopwatch.GetTimestamp();
        for (var turn = 0; !_end.IsCancellationRequested; turn++)
        {
            var due = start + turn * Stopwatch.Frequency / RequestsPerSecond;
            var (round, group) = (turn / RequestsPerSecond % RoundsUntilRepeat, turn % RequestsPerSecond);
            var at = DateTimeOffset.UtcNow + Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
            var body = FixRequest.Write(1 + group * Each, Each, round, at);
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
            var isStored = await FixRequest.SendAsync(_http, new Uri(server, "/graphql"), token, body, Each, _end.Token);
            _ = isStored ? 0 : Interlocked.Increment(ref _failed);
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
        {
            _ = _end.IsCancellationRequested ? 0 : Interlocked.Increment(ref _failed);
        }
    }
}
