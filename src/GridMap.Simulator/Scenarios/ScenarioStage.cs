using GridMap.Simulator.Roles;

namespace GridMap.Simulator.Scenarios;

/// <summary>What the roles of a scenario work with.</summary>
public sealed record StagePlay(HttpClient Http, Tally Tally, TimeProvider Time, TextWriter Output);

/// <summary>A scenario laid on the map of a district, with those who play in it. Without a scenario, everyday life goes its way and nobody answers.</summary>
public sealed class ScenarioStage
{
    private readonly PlaySettings _settings;
    private readonly RoadGraph _graph;
    private readonly StagePlay _play;
    private readonly Playback? _playback;
    private readonly DateTimeOffset _start;

    private ScenarioStage(PlaySettings settings, RoadGraph graph, StagePlay play, Playback? playback)
    {
        (_settings, _graph, _play, _playback) = (settings, graph, play, playback);
        _start = play.Time.GetUtcNow();
        Cases = new Casebook(settings.Scenario?.Desk.LeftToPeople ?? 1, new Random(settings.Seed));
    }

    public Casebook Cases { get; }

    private TimeSpan SinceStart => _play.Time.GetUtcNow() - _start;

    /// <summary>Lays the places of the scenario near the patrol points of the district.</summary>
    public static async Task<ScenarioStage> SetAsync(
        PlaySettings settings, DistrictClient district, RoadGraph graph, StagePlay play, CancellationToken cancellationToken)
    {
        if (settings.Scenario is not { } scenario)
        {
            return new ScenarioStage(settings, graph, play, null);
        }

        var kinds = scenario.Places.Values.SelectMany(place => place.Near).Distinct().ToArray();
        var anchors = kinds.Length == 0 ? [] : await district.LoadAnchorsAsync(kinds, cancellationToken);
        var places = scenario.Places.ToDictionary(place => place.Key, place => LocalityMap.Lay(place.Value, graph, anchors, settings.Seed));
        return new ScenarioStage(settings, graph, play, new Playback(scenario, places, new Random(settings.Seed)));
    }

    public double EverydayFactor() => _playback?.PhaseAt(SinceStart).Everyday ?? 1;

    /// <summary>Begins all roles that there is a token for; each plays until it is cancelled.</summary>
    public IEnumerable<Task> Play(IncidentReporter reporter, PatrolFleet fleet, CancellationToken cancellationToken)
    {
        if (_settings.Scenario is not { } scenario || _playback is null)
        {
            yield break;
        }

        var roles = _settings.Roles;
        yield return ReportAsync(reporter, _playback, cancellationToken);
        if (Api(roles.Desk, "GRIDMAP_DESK_TOKEN") is { } desk)
        {
            yield return new DeskRole(desk, scenario.Desk, Cases, _play.Time, Random(1)).RunAsync(cancellationToken);
        }

        if (Api(roles.Field, "GRIDMAP_FIELD_TOKEN") is { } field)
        {
            yield return new FieldRole(field, scenario.Field, Cases, fleet, _play.Time, Random(2)).RunAsync(cancellationToken);
            yield return new CheckInRole(field, scenario.Field, fleet, _play.Time, Random(3)).RunAsync(cancellationToken);
        }

        if (Api(roles.Volunteers, "GRIDMAP_VOLUNTEER_TOKEN") is { } volunteers)
        {
            yield return new VolunteerRole(volunteers, scenario.Volunteers, _graph, _play.Time, Random(4)).RunAsync(cancellationToken);
        }
    }

    private Random Random(int role) => new(HashCode.Combine(_settings.Seed, role));

    private PublicApi? Api(string? token, string variable)
    {
        if (token is null)
        {
            _play.Output.WriteLine($"{variable} is not set: nobody plays this role.");
        }

        return token is null ? null : new PublicApi(_play.Http, token, _play.Tally);
    }

    private async Task ReportAsync(IncidentReporter reporter, Playback playback, CancellationToken cancellationToken)
    {
        const double seconds = 1;
        var told = default(Phase);
        using var beat = new PeriodicTimer(TimeSpan.FromSeconds(seconds), _play.Time);
        while (await beat.WaitForNextTickAsync(cancellationToken))
        {
            var phase = playback.PhaseAt(SinceStart);
            if (phase != told)
            {
                told = phase;
                await _play.Output.WriteLineAsync($"{_play.Time.GetUtcNow():HH:mm:ss} {phase.Title} {phase.TitleEn}");
            }

            foreach (var report in playback.Next(SinceStart, seconds))
            {
                await reporter.ReportAsync(report.Code, report.Spot.Position, report.Spot.Street ?? "路边", report.Description, Cases.Add, cancellationToken);
            }
        }
    }
}
