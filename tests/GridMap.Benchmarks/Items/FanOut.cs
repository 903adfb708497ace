using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using GridMap.Benchmarks.Live;
using GridMap.Testing;

namespace GridMap.Benchmarks.Items;

/// <summary>
/// Item 4, fan-out: 20 000 patrols at 1 Hz to many dashboards, from the device's request through the database to the client. Frames per processor
/// second beyond what the server needs without dashboards, against a loop of bare `send()` of frames as large (the limit), `ws`, socket.io and SignalR's `Clients.All`.
/// </summary>
public sealed class FanOut(Bed bed, Report report)
{
    private const int Patrols = 20_000;
    private const int TickMilliseconds = 100;
    private const int Probes = 4;
    private const int NaiveListeners = 20;

    // What they send is twelve times as much; more of them would measure the clients.
    private const int JsonListeners = 30;

    private const char Separator = '\u001e';

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // What comes first is everybody at once.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);

    private readonly ConcurrentQueue<double> _latencies = new();
    private readonly ConcurrentDictionary<uint, byte> _told = new();
    private long _updates;
    private long _updateBytes;

    private int Dashboards => bed.Quick ? 300 : 1_000;

    // Enough that what they cost stands out from what the intake costs beside them.
    private int ManyDashboards => 2 * Dashboards;

    private int ManyRounds => bed.Quick ? 1 : 3;

    private int FewRounds => bed.Quick ? 1 : 2;

    private TimeSpan Window => TimeSpan.FromSeconds(bed.Quick ? 2 : 4);

    private TimeSpan IdleWindow => bed.Quick ? Window : 2 * Window;

    public async Task RunAsync()
    {
        await using var city = await PatrolCity.CreateAsync(bed, Patrols);
        var token = await city.Bed.CreateTokenAsync();
        var (server, address, _) = await city.Bed.StartServerAsync(Ports.Server, cpus: Bed.AllCpus);
        await using var _server = server;
        await using var feed = new PositionFeed(address, token, Patrols);
        feed.Start();
        var ours = new Listening(
            new UriBuilder(address) { Scheme = "ws", Path = "/hubs/live" }.Uri,
            token,
            [
                $$"""{"protocol":"gridmap","version":1}{{Separator}}""",
                $$"""{"type":4,"invocationId":"0","target":"Follow","arguments":[{"cursor":null,"topics":["incident"],"viewport":null}]}{{Separator}}""",
            ]);
        await WarmUpAsync(ours, 2 * Window);
        var slope = await MeasureSlopeAsync(server, ours);
        await MeasureStallAsync(ours, feed);
        await MeasureUpdatesAsync(ours, feed);
        report.Add(new Metric(4, "cost_of_a_frame_at_ten_times_the_dashboards", slope.Ratio, 1.25, 1, slope.Costs, HigherIsBetter: false));

        await CompareWithSendLoopAsync(server, ours);
        var (self, idle) = (Environment.ProcessPath!, await IdleAsync(server));
        await using var audience = await Audience.ConnectAsync(ours, ManyDashboards);
        await Task.Delay(Settling);
        var script = Path.Combine(bed.PeersFolder, "fan-out/serve.cjs");
        await CompareAsync(
            "fan_out_vs_ws", 1, 1, (server, audience, idle), JsonListeners, "/", [], "node", script, "ws", $"{Ports.Peer}", $"{Patrols}", $"{TickMilliseconds}");
        await CompareAsync(
            "fan_out_vs_socket_io", 1, 1, (server, audience, idle), JsonListeners, "/socket.io/?EIO=4&transport=websocket", ["40"],
            "node", script, "socketio", $"{Ports.Peer}", $"{Patrols}", $"{TickMilliseconds}");
        // One message is one update here, and a frame holds the updates of a tick there.
        await CompareAsync(
            "updates_vs_signalr_clients_all", 100, 100, (server, audience, idle), NaiveListeners, "/hub", [$$"""{"protocol":"json","version":1}{{Separator}}"""],
            self, "--peer", "naive-hub", $"{Ports.Peer}", $"{Patrols}");
    }

    /// <summary>That everybody is told of everybody, in how many bytes, and how late.</summary>
    private async Task MeasureUpdatesAsync(Listening ours, PositionFeed feed)
    {
        await using var audience = await Audience.ConnectAsync(ours, Dashboards, (_, message) => Take(message, feed), Probes);
        await RequireAllAsync(_told, "this");
        report.Add(new Metric(4, "bytes_per_update", (double)_updateBytes / _updates, 12, 12, $"{_updates} updates at {Probes} dashboards", HigherIsBetter: false));
        await MeasureLatencyAsync(feed);
    }

    /// <summary>
    /// The limit is near, so all is alike: both are warm, each is alone with its audience, and what it needs with nobody listening is measured anew right before.
    /// </summary>
    private async Task CompareWithSendLoopAsync(Child server, Listening ours)
    {
        var frameBytes = await FrameBytesAsync(ours);
        var (name, address, costs) = ("fan_out_vs_send_loop", new Uri($"http://127.0.0.1:{Ports.Peer}"), (Ours: new List<double>(), Theirs: new List<double>()));
        await using var peer = Child.Start(
            Path.Combine(bed.Folder, $"{name}.log"), new Dictionary<string, string>(),
            Environment.ProcessPath!, "--peer", "send-loop", $"{Ports.Peer}", $"{frameBytes}", $"{TickMilliseconds}");
        await bed.WaitAsync(address);
        var theirs = new Listening(new UriBuilder(address) { Scheme = "ws" }.Uri, null, []);
        await WarmUpAsync(theirs, Window);
        var ratio = await Rounds.CompareAsync(
            () => RateAloneAsync(server, ours, ManyDashboards, Window, costs.Ours), () => RateAloneAsync(peer, theirs, ManyDashboards, Window, costs.Theirs), ManyRounds);
        var metric = Metric.Of(4, name, ratio, 0.45, 0.75);
        report.Add(metric with
        {
            Spread = string.Create(
                CultureInfo.InvariantCulture,
                $"{metric.Spread}, {Rounds.Median(costs.Ours) * 1e6:0.0} and {Rounds.Median(costs.Theirs) * 1e6:0.0} µs of processor time a frame of {frameBytes} bytes, {ManyDashboards} dashboards"),
        });
    }

    private async Task<double> RateAloneAsync(Child server, Listening listening, int listeners, TimeSpan window, List<double> costs)
    {
        var idle = await IdleAsync(server);
        await using var audience = await Audience.ConnectAsync(listening, listeners);
        await Task.Delay(Settling);
        var rate = await RateAsync(server, audience, idle, window);
        costs.Add(1 / rate);
        return rate;
    }

    private async Task<int> FrameBytesAsync(Listening ours)
    {
        await using var audience = await Audience.ConnectAsync(ours, Probes);
        await Task.Delay(Settling);
        var (bytes, frames) = (audience.Bytes, audience.Frames);
        await Task.Delay(Window / 2);
        return (int)((audience.Bytes - bytes) / Math.Max(1, audience.Frames - frames));
    }

    private async Task CompareAsync(
        string name, double must, double aim, (Child Server, Audience Audience, double Idle) ours, int listeners, string path, string[] words, params string[] command)
    {
        await using var peer = Child.Start(Path.Combine(bed.Folder, $"{name}.log"), new Dictionary<string, string> { ["NODE_ENV"] = "production" }, command);
        var address = new Uri($"http://127.0.0.1:{Ports.Peer}");
        await bed.WaitAsync(address);
        // What goes round without listeners costs nothing here, except where it cannot be told apart.
        var idle = name.StartsWith("updates", StringComparison.Ordinal) ? 0 : await IdleAsync(peer);
        var told = new ConcurrentDictionary<uint, byte>();
        await using var audience = await Audience.ConnectAsync(
            new Listening(new Uri($"ws://127.0.0.1:{Ports.Peer}{path}"), null, words), listeners, (_, message) => TakeJson(message, told), probes: 1);
        if (path != "/hub")
        {
            await RequireAllAsync(told, name);
        }

        var perFrame = name.StartsWith("updates", StringComparison.Ordinal) ? Patrols * TickMilliseconds / 1000.0 : 1;
        var ratio = await Rounds.CompareAsync(
            async () => perFrame * await RateAsync(ours.Server, ours.Audience, ours.Idle, Window / 2), () => RateAsync(peer, audience, idle, Window / 2), FewRounds);
        report.Add(Metric.Of(4, name, ratio, must, aim));
    }

    /// <summary>Frames per processor second beyond the idle ones.</summary>
    private static async Task<double> RateAsync(Child server, Audience audience, double idle, TimeSpan window)
    {
        var (frames, cpu, clock) = (audience.Frames, server.CpuSeconds(), Stopwatch.StartNew());
        await Task.Delay(window);
        var spent = server.CpuSeconds() - cpu - idle * clock.Elapsed.TotalSeconds;
        return (audience.Frames - frames) / Math.Max(spent, 0.001);
    }

    /// <summary>Processor seconds a second, with nobody listening.</summary>
    private async Task<double> IdleAsync(Child server)
    {
        var (cpu, clock) = (server.CpuSeconds(), Stopwatch.StartNew());
        await Task.Delay(IdleWindow);
        return (server.CpuSeconds() - cpu) / clock.Elapsed.TotalSeconds;
    }

    private async Task WarmUpAsync(Listening listening, TimeSpan window)
    {
        await using var audience = await Audience.ConnectAsync(listening, Dashboards / 2);
        await Task.Delay(window);
    }

    /// <summary>
    /// What a frame costs more from half of the dashboards to all than from a tenth to half. What the intake needs alone is left out of it: beside dashboards it needs less, because
    /// its threads are awake, and that is as much as a few dashboards cost.
    /// </summary>
    private async Task<(double Ratio, string Costs)> MeasureSlopeAsync(Child server, Listening ours)
    {
        var sizes = new[] { ManyDashboards / 10, ManyDashboards / 2, ManyDashboards };
        var seen = sizes.Select(static _ => (Frames: new List<double>(), Cpu: new List<double>())).ToArray();
        for (var round = 0; round < ManyRounds; round++)
        {
            foreach (var (place, size) in sizes.Index())
            {
                await using var audience = await Audience.ConnectAsync(ours, size);
                await Task.Delay(Settling);
                var (frames, cpu, clock) = (audience.Frames, server.CpuSeconds(), Stopwatch.StartNew());
                await Task.Delay(Window);
                seen[place].Frames.Add((audience.Frames - frames) / clock.Elapsed.TotalSeconds);
                seen[place].Cpu.Add((server.CpuSeconds() - cpu) / clock.Elapsed.TotalSeconds);
            }
        }

        double CostBetween(int from, int to) =>
            (Rounds.Median(seen[to].Cpu) - Rounds.Median(seen[from].Cpu)) / (Rounds.Median(seen[to].Frames) - Rounds.Median(seen[from].Frames)) * 1e6;

        var (lower, upper) = (CostBetween(0, 1), CostBetween(1, 2));
        // More dashboards cannot cost less: then something else was measured, and the ratio says nothing.
        var isVoid = lower <= 0 || upper <= 0;
        return (isVoid ? double.NaN : upper / lower, string.Create(
            CultureInfo.InvariantCulture, $"{lower:0.0} µs from {sizes[0]} to {sizes[1]} dashboards, {upper:0.0} µs from {sizes[1]} to {sizes[2]}{(isVoid ? " VOID" : "")}"));
    }

    /// <summary>How much later the others are told when one in a hundred does not read.</summary>
    private async Task MeasureStallAsync(Listening ours, PositionFeed feed)
    {
        async Task<double> MedianAsync(int stalled)
        {
            await using var audience = await Audience.ConnectAsync(ours, Dashboards, (_, message) => Take(message, feed), Probes, stalled);
            await Task.Delay(Window);
            _latencies.Clear();
            await Task.Delay(Window);
            return 1 / Rounds.Median(_latencies);
        }

        var ratio = await Rounds.CompareAsync(() => MedianAsync(0), () => MedianAsync(Dashboards / 100), FewRounds);
        report.Add(Metric.Of(4, "latency_with_one_in_a_hundred_stalled", ratio, 1.05, 1) with { HigherIsBetter = false });
    }

    private async Task MeasureLatencyAsync(PositionFeed feed)
    {
        _latencies.Clear();
        await Task.Delay(Window);
        var sorted = _latencies.Order().ToArray();
        report.Add(new Metric(
            4, "p99_device_to_client_ms", sorted[sorted.Length * 99 / 100], 200, 90,
            string.Create(CultureInfo.InvariantCulture, $"median {sorted[sorted.Length / 2]:0}, {Dashboards} dashboards, {sorted.Length} updates, {feed.Failed} requests put off"), HigherIsBetter: false));
    }

    private void Take(byte[] message, PositionFeed feed)
    {
        if (message[0] != 1)
        {
            return;
        }

        var positions = PositionFrame.Read(message.AsMemory((6 + message[5])..(5 + BinaryPrimitives.ReadInt32LittleEndian(message.AsSpan(1)))));
        Interlocked.Add(ref _updates, positions.Count);
        // With the head of the socket's frame.
        Interlocked.Add(ref _updateBytes, message.Length + 4);
        foreach (var position in positions)
        {
            if (feed.AgeOf(position.Id, position.Longitude, position.Latitude) is { } age)
            {
                _told[position.Id] = 0;
                _latencies.Enqueue(age);
            }
        }
    }

    private static async Task RequireAllAsync(ConcurrentDictionary<uint, byte> told, string whose)
    {
        var clock = Stopwatch.StartNew();
        while (told.Count < Patrols)
        {
            if (clock.Elapsed > Patience)
            {
                throw new InvalidOperationException($"No parity, no ratio: {told.Count} of {Patrols} patrols were told by {whose}.");
            }

            await Task.Delay(50);
        }
    }

    private static void TakeJson(byte[] message, ConcurrentDictionary<uint, byte> told)
    {
        var start = Array.FindIndex(message, letter => letter is (byte)'[' or (byte)'{');
        if (start < 0 || message[^1] is not (byte)']')
        {
            return;
        }

        using var json = JsonDocument.Parse(message.AsMemory(start));
        var positions = json.RootElement[0].ValueKind == JsonValueKind.String ? json.RootElement[1] : json.RootElement;
        foreach (var position in positions.EnumerateArray())
        {
            told[position.GetProperty("id").GetUInt32()] = 0;
        }
    }
}
