using System.Globalization;
using System.Net;
using System.Threading.Channels;

namespace GridMap.Simulator;

/// <summary>A position as a tracker has it.</summary>
public sealed record Fix(int PatrolId, DateTimeOffset At, double Longitude, double Latitude, double SpeedMetersPerSecond, double BearingDegrees);

/// <summary>
/// Sends fixes by the OsmAnd protocol as trackers do: in order per device, again until a 2xx, and with a small memory
/// that drops the oldest when the server is away for long.
/// </summary>
public sealed class FixSender(HttpClient http, string deviceFormat, Tally tally) : IAsyncDisposable
{
    private const double KnotsPerMeterPerSecond = 1.943_844_5;
    private const int Lanes = 24;

    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<Fix>[] _lanes = [.. Enumerable.Range(0, Lanes).Select(_ => Channel.CreateBounded<Fix>(
        new BoundedChannelOptions(2_000) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true }, _ => tally.Count("fix.dropped")))];

    private Task _sending = Task.CompletedTask;

    public void Start() => _sending = Task.WhenAll(_lanes.Select(lane => SendLaneAsync(lane.Reader, _stop.Token)));

    public void Send(Fix fix) => _lanes[fix.PatrolId % Lanes].Writer.TryWrite(fix);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task SendLaneAsync(ChannelReader<Fix> lane, CancellationToken cancellationToken)
    {
        await foreach (var fix in lane.ReadAllAsync(cancellationToken))
        {
            while (!await TrySendAsync(fix, cancellationToken))
            {
                await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
            }
        }
    }

    private async Task<bool> TrySendAsync(Fix fix, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.GetAsync(Query(fix), cancellationToken);
            tally.Count(response.Headers.TryGetValues("X-GridMap-Filtered", out var rule)
                ? $"fix.filtered.{rule.First()}"
                : $"fix.{(int)response.StatusCode}");
            // A device keeps what the server could not take; a refusal of the fix itself will not change by asking again.
            return response.StatusCode is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests);
        }
        catch (HttpRequestException)
        {
            tally.Count("fix.unreachable");
            return false;
        }
    }

    private string Query(Fix fix) => string.Create(
        CultureInfo.InvariantCulture,
        $"/osmand?id={string.Format(CultureInfo.InvariantCulture, deviceFormat, fix.PatrolId)}&timestamp={fix.At.ToUnixTimeMilliseconds()}&lat={fix.Latitude:F7}&lon={fix.Longitude:F7}&speed={fix.SpeedMetersPerSecond * KnotsPerMeterPerSecond:F2}&bearing={fix.BearingDegrees:F0}&accuracy=6&batt=80");
}
