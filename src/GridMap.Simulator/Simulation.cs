using System.Net.Http.Headers;

namespace GridMap.Simulator;

/// <summary>What to play: where, how fast, how much.</summary>
public sealed record Scenario(Uri Server, string DeviceFormat, double FixIntervalSeconds, double? FixesPerSecond, double IncidentSpeed, int Seed)
{
    /// <summary>The service token to show; the protocols are the public ones, but what there is to know is not for everybody.</summary>
    public string? Token { get; init; }
}

/// <summary>Plays a day: patrols send fixes in turn at an even rate, reporters report, and every half minute it says what was answered.</summary>
public sealed class Simulation(Scenario scenario, TimeProvider time, TextWriter output)
{
    private readonly Tally _tally = new();

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = 64, PooledConnectionLifetime = TimeSpan.FromMinutes(10) };
        using var http = new HttpClient(handler) { BaseAddress = scenario.Server, Timeout = TimeSpan.FromSeconds(30) };
        if (scenario.Token is { } token)
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        var district = new DistrictClient(http);
        await district.WaitUntilReadyAsync(cancellationToken);
        var graph = await district.LoadNetworkAsync(cancellationToken);
        var classes = await district.LoadClassesAsync(cancellationToken);
        var place = await district.LoadPlaceAsync(cancellationToken);
        await output.WriteLineAsync($"{place.Name}: {graph.Edges.Count} road edges, {classes.Count} incident classes");

        var reporter = new IncidentReporter(http, graph, classes, new Random(scenario.Seed), _tally);
        using var together = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] parts =
        [
            PatrolAsync(district, graph, http, together.Token),
            scenario.IncidentSpeed > 0 ? reporter.RunAsync(place, scenario.IncidentSpeed, time, together.Token) : Task.Delay(Timeout.Infinite, together.Token),
            TellAsync(together.Token),
        ];
        await Task.WhenAny(parts);
        await together.CancelAsync();
        await Task.WhenAll(parts);
    }

    private async Task PatrolAsync(DistrictClient district, RoadGraph graph, HttpClient http, CancellationToken cancellationToken)
    {
        await using var sender = new FixSender(http, scenario.DeviceFormat, _tally);
        sender.Start();
        var fleet = new PatrolFleet(graph, scenario.Seed);
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(50), time);
        var owed = 0.0;
        var last = time.GetUtcNow();
        var rosterDue = last;
        while (await beat.WaitForNextTickAsync(cancellationToken))
        {
            var now = time.GetUtcNow();
            if (now >= rosterDue)
            {
                await FollowRosterAsync(district, fleet, now, cancellationToken);
                rosterDue = now + TimeSpan.FromMinutes(1);
            }

            // Open loop: what is owed is sent whether or not the server keeps up; a machine that slept does not owe its sleep.
            owed += Math.Min((now - last).TotalSeconds, 2) * (scenario.FixesPerSecond ?? fleet.Count / scenario.FixIntervalSeconds);
            last = now;
            for (; owed >= 1; owed--)
            {
                if (fleet.NextFix(now) is { } fix)
                {
                    sender.Send(fix);
                }
            }
        }
    }

    private async Task FollowRosterAsync(DistrictClient district, PatrolFleet fleet, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            fleet.Follow(await district.LoadRosterAsync(cancellationToken), now);
        }
        catch (HttpRequestException)
        {
            _tally.Count("roster.unreachable");
        }
    }

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        using var beat = new PeriodicTimer(TimeSpan.FromSeconds(30), time);
        while (await beat.WaitForNextTickAsync(cancellationToken))
        {
            await output.WriteLineAsync($"{time.GetUtcNow():HH:mm:ss} {_tally.Tell()}");
        }
    }
}
