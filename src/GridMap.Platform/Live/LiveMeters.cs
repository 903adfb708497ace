using System.Diagnostics.Metrics;

namespace GridMap.Platform.Live;

/// <summary>Counts what the live feed does.</summary>
public sealed class LiveMeters : IDisposable
{
    public const string MeterName = "GridMap.Live";

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _changes;
    private readonly Counter<long> _frames;
    private readonly Counter<long> _resyncs;
    private readonly Histogram<double> _delay;
    private int _connections;

    public LiveMeters()
    {
        _changes = _meter.CreateCounter<long>("gridmap.live.changes", description: "Changes published");
        _frames = _meter.CreateCounter<long>("gridmap.live.frames", description: "Frames written to connections");
        _resyncs = _meter.CreateCounter<long>("gridmap.live.resyncs", description: "Clients told to read the current state");
        _delay = _meter.CreateHistogram<double>("gridmap.live.batch_duration", "s", "Time to load and publish a batch of changes");
        _meter.CreateObservableGauge("gridmap.live.connections", () => _connections, description: "Connections that follow");
    }

    public void Published(int changes, TimeSpan duration)
    {
        _changes.Add(changes);
        _delay.Record(duration.TotalSeconds);
    }

    public void Framed() => _frames.Add(1);

    public void Resynced(ResyncReason reason) => _resyncs.Add(1, new KeyValuePair<string, object?>("reason", reason.ToString()));

    public void Connections(int count) => _connections = count;

    public void Dispose() => _meter.Dispose();
}
