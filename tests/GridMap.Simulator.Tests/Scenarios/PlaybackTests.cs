using GridMap.Simulator.Scenarios;
using NetTopologySuite.Geometries;

namespace GridMap.Simulator.Tests.Scenarios;

public sealed class PlaybackTests
{
    private static readonly RoadGraph Street = new(
        [RoadEdge.Parse("""[1, 1, 2, "residential", "解放路", 1, [1133000000, 400800000, 1133010000, 400800000]]""")]);

    private static readonly Scenario Storm = ReadScenario.Run("storm").Value;

    private readonly Playback _playback = new(
        Storm,
        Storm.Places.ToDictionary(place => place.Key, place => LocalityMap.Lay(place.Value, Street, [new("河道", new Coordinate(113.3, 40.08))], 1)),
        new Random(3));

    [Fact]
    public void Phases_follow_each_other_and_the_last_goes_on()
    {
        Assert.Equal(Storm.Phases[0], _playback.PhaseAt(TimeSpan.FromMinutes(4.9)));
        Assert.Equal(Storm.Phases[1], _playback.PhaseAt(TimeSpan.FromMinutes(5)));
        Assert.Equal(Storm.Phases[^1], _playback.PhaseAt(TimeSpan.FromDays(3)));
    }

    [Fact]
    public void As_much_is_reported_as_the_phase_says()
    {
        var minutes = 20_000 / 60.0;
        var reports = Enumerable.Range(0, 20_000).Sum(_ => _playback.Next(TimeSpan.FromMinutes(10), 1).Count());
        Assert.InRange(reports, 0.95 * 10 * minutes, 1.05 * 10 * minutes);
    }

    [Fact]
    public void Reports_name_the_street_they_are_from()
    {
        var report = Enumerable.Range(0, 600).SelectMany(_ => _playback.Next(TimeSpan.FromMinutes(10), 1)).First();
        Assert.Contains("解放路", report.Description, StringComparison.Ordinal);
        Assert.DoesNotContain("{", report.Description, StringComparison.Ordinal);
    }
}
