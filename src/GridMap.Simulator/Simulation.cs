using System.Net.Http.Headers;
using GridMap.Core;
using GridMap.Simulator.Scenarios;

namespace GridMap.Simulator;

/// <summary>What to play: where, how fast, how much.</summary>
public sealed record PlaySettings(Uri Server, string DeviceFormat, double FixIntervalSeconds, double? FixesPerSecond, double IncidentSpeed, int Seed)
{
    /// <summary>The service token to show; the protocols are the public ones, but what there is to know is not for everybody.</summary>
    public string? Token { get; init; }

    /// <summary>What happens besides everyday life, and who answers it; null for patrols that walk and people who report only.</summary>
    public Scenario? Scenario { get; init; }

    /// <summary>The service tokens of those who answer; without one, nobody plays the role.</summary>
    public RoleTokens Roles { get; init; } = new(null, null, null);
}

/// <summary>The tokens of the roles that a scenario has besides trackers and reporters.</summary>
public sealed record RoleTokens(string? Desk, string? Field, string? Volunteers);

/// <summary>Plays a day: patrols send fixes in turn at an even rate, reporters report, roles answer, and every half minute it says what was answered.</summary>
public sealed class Simulation(PlaySettings settings, TimeProvider time, TextWriter output)
{
    private readonly Tally _tally = new();

    /// <summary>Plays until it is cancelled; answers why the scenario cannot be played in this district.</summary>
    public async Task<Refusal?> RunAsync(CancellationToken cancellationToken)
    {
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = 64, PooledConnectionLifetime = TimeSpan.FromMinutes(10) };
        using var http = CreateClient(handler, settings.Token);
        using var rolesHttp = CreateClient(handler, null);
        var district = new DistrictClient(http);
        await district.WaitUntilReadyAsync(cancellationToken);
        var graph = await district.LoadNetworkAsync(cancellationToken);
        var classes = await district.LoadClassesAsync(cancellationToken);
        var place = await district.LoadPlaceAsync(cancellationToken);
        await output.WriteLineAsync($"{place.Name}: {graph.Edges.Count} road edges, {classes.Count} incident classes");
        if (settings.Scenario is { } asked && CheckScenario.FindRefusal(asked, classes.Select(kind => kind.Code)) is { } refusal)
        {
            return refusal;
        }

        var stage = await ScenarioStage.SetAsync(settings, district, graph, new StagePlay(rolesHttp, _tally, time, output), cancellationToken);
        var reporter = new IncidentReporter(http, graph, classes, new Random(settings.Seed), _tally);
        var fleet = new PatrolFleet(graph, settings.Seed);
        using var together = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] parts =
        [
            PatrolAsync(district, fleet, http, together.Token),
            settings.IncidentSpeed > 0
                ? reporter.RunAsync(place, settings.IncidentSpeed, stage.EverydayFactor, stage.Cases.Add, time, together.Token)
                : Task.Delay(Timeout.Infinite, together.Token),
            TellAsync(together.Token),
            .. stage.Play(reporter, fleet, together.Token),
        ];
        await Task.WhenAny(parts);
        await together.CancelAsync();
        await Task.WhenAll(parts);
        return null;
    }

    private HttpClient CreateClient(SocketsHttpHandler handler, string? token)
    {
        var http = new HttpClient(handler, disposeHandler: false) { BaseAddress = settings.Server, Timeout = TimeSpan.FromSeconds(30) };
        http.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return http;
    }

    private async Task PatrolAsync(DistrictClient district, PatrolFleet fleet, HttpClient http, CancellationToken cancellationToken)
    {
        await using var sender = new FixSender(http, settings.DeviceFormat, _tally);
        sender.Start();
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
            owed += Math.Min((now - last).TotalSeconds, 2) * (settings.FixesPerSecond ?? fleet.Count / settings.FixIntervalSeconds);
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
