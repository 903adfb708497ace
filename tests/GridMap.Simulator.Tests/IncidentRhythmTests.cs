namespace GridMap.Simulator.Tests;

public sealed class IncidentRhythmTests
{
    [Fact]
    public void A_year_of_the_demo_district_is_thirty_thousand_incidents()
    {
        var aDay = Enumerable.Range(0, 24).Sum(hour => IncidentRhythm.PerSecond(330_000, hour, 1) * 3600);
        Assert.Equal(30_000, aDay * 365, 0.001);
    }

    [Fact]
    public void Rush_hour_is_busier_than_the_night() =>
        Assert.True(IncidentRhythm.PerSecond(1_000, 8, 1) > 5 * IncidentRhythm.PerSecond(1_000, 3, 1));

    [Fact]
    public void Waiting_times_average_to_the_rate()
    {
        var random = new Random(5);
        var mean = Enumerable.Range(0, 20_000).Average(_ => IncidentRhythm.SecondsToNext(0.5, random.NextDouble()));
        Assert.InRange(mean, 1.9, 2.1);
    }
}
