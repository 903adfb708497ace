using GridMap.Core.Response;

namespace GridMap.Core.Tests.Response;

public sealed class HotSpotsTests
{
    /// <summary>From tables of the normal distribution, and for the far tail from its asymptotic series.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0.317310507862914)]
    [InlineData(-1.959963984540054, 0.05)]
    [InlineData(2.575829303548901, 0.01)]
    [InlineData(3.290526731491926, 0.001)]
    [InlineData(6, 1.973175290075e-9)]
    public void Probabilities_are_those_of_the_normal_distribution(double z, double expected) =>
        Assert.InRange(Normal.TwoSided(z) / expected, 1 - 1e-10, 1 + 1e-10);

    /// <summary>
    /// Ten areas in a row, the last two 10 and the others 1: mean 2.8, deviation √(0.8·0.2)·9 = 3.6. The last but one has three areas with sum 21:
    /// z = (21 - 2.8·3) / (3.6·√((10·3 - 9)/9)) = 12.6 / (3.6·√(21/9)) = 2.29128784747792.
    /// </summary>
    [Fact]
    public void The_statistic_is_the_one_computed_by_hand()
    {
        var found = HotSpots.Find([1, 1, 1, 1, 1, 1, 1, 1, 10, 10], Row(10), 0.2);
        Assert.Equal(2.29128784747792, found[8].Z, 1e-12);
        // The end of the row has two areas with sum 20: (20 - 5.6) / (3.6·√((20 - 4)/9)) = 14.4 / 4.8.
        Assert.Equal(3, found[9].Z, 1e-12);
        Assert.Equal(HotSpotVerdict.Hot, found[9].Verdict);
        Assert.Equal(HotSpotVerdict.Ordinary, found[3].Verdict);
        Assert.All(found, spot => Assert.False(spot.IsIsland));
    }

    [Fact]
    public void Low_values_that_stand_together_are_cold()
    {
        var rates = Enumerable.Range(0, 40).Select(area => area < 4 ? 0.0 : 20 + (area % 3)).ToArray();
        var found = HotSpots.Find(rates, Row(40));
        Assert.Equal(HotSpotVerdict.Cold, found[1].Verdict);
        Assert.DoesNotContain(found, spot => spot.Verdict == HotSpotVerdict.Hot);
    }

    /// <summary>Of 2,000 areas with values by chance, one in twenty has p below 0.05; by the false discovery rate hardly any is called.</summary>
    [Fact]
    public void Chance_alone_makes_hardly_any()
    {
        var random = new Random(7);
        var found = HotSpots.Find([.. Enumerable.Range(0, 2000).Select(_ => random.NextDouble())], Row(2000));
        Assert.InRange(found.Count(spot => spot.P < 0.05), 50, 150);
        Assert.InRange(found.Count(spot => spot.Verdict != HotSpotVerdict.Ordinary), 0, 4);
    }

    /// <summary>Benjamini and Hochberg (1995) by their words: of m sorted p the first k are called, k the greatest with p(k) ≤ k/m·q.</summary>
    [Theory]
    [InlineData(1, 0.05)]
    [InlineData(2, 0.05)]
    [InlineData(3, 0.2)]
    public void What_is_called_is_what_the_false_discovery_rate_allows(int seed, double rate)
    {
        var random = new Random(seed);
        double[] values = [.. Enumerable.Range(0, 300).Select(area => random.NextDouble() + (area % 100 < 6 ? 0.7 : 0))];
        var found = HotSpots.Find(values, Row(300), rate);
        var sorted = found.Select(spot => spot.P).Order().ToArray();
        var called = Enumerable.Range(1, sorted.Length).LastOrDefault(k => sorted[k - 1] <= (double)k / sorted.Length * rate);
        Assert.InRange(called, 1, 299);
        Assert.Equal(found.OrderBy(spot => spot.P).Take(called), found.Where(spot => spot.Verdict != HotSpotVerdict.Ordinary).OrderBy(spot => spot.P));
    }

    [Fact]
    public void An_area_without_neighbours_is_flagged_and_one_without_rate_is_left_out()
    {
        var neighbours = Row(20);
        neighbours[0] = [];
        neighbours[1] = [2];
        double[] rates = [.. Enumerable.Range(0, 20).Select(area => area == 5 ? double.NaN : area)];
        var found = HotSpots.Find(rates, neighbours);
        Assert.True(found[0].IsIsland);
        Assert.Equal(new HotSpot(0, 1, HotSpotVerdict.Unknown, false), found[5]);
        Assert.All(found, spot => Assert.True(double.IsFinite(spot.Z)));
    }

    [Fact]
    public void Nothing_is_said_of_too_few_or_of_equals()
    {
        Assert.All(HotSpots.Find([1, 2, 3, 4, 5, 6, 70], Row(7)), spot => Assert.Equal(HotSpotVerdict.Unknown, spot.Verdict));
        Assert.All(HotSpots.Find([.. Enumerable.Repeat(0.1, 30)], Row(30)), spot => Assert.Equal(HotSpotVerdict.Unknown, spot.Verdict));
    }

    private static int[][] Row(int count) =>
        [.. Enumerable.Range(0, count).Select(area => new[] { area - 1, area + 1 }.Where(neighbour => neighbour >= 0 && neighbour < count).ToArray())];
}
