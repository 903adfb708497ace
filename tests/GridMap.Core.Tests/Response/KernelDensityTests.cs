using GridMap.Core.Response;

namespace GridMap.Core.Tests.Response;

public sealed class KernelDensityTests
{
    [Fact]
    public void It_integrates_to_the_number_of_events_also_at_edges_and_beside_holes()
    {
        var random = new Random(3);
        var counts = new int[60 * 40];
        for (var i = 0; i < 5000; i++)
        {
            counts[random.Next(counts.Length)]++;
        }

        bool[] ground = [.. Enumerable.Range(0, counts.Length).Select(cell => cell % 60 < 50 || cell / 60 > 10)];
        var density = KernelDensity.Estimate(counts, 60, 50, 300, ground);
        Assert.Equal(5000, density.Integral, 1e-6);
        Assert.All(density.PerSquareKilometre, value => Assert.True(double.IsFinite(value) && value >= 0));
        // Ground that does not count has none, but for events too far inside it to leave: here the hole is ten cells deep, the bandwidth six.
        Assert.Equal(0, density.PerSquareKilometre.Where((_, cell) => !ground[cell] && counts[cell] == 0).Sum());
    }

    /// <summary>Far from edges one event has at its centre 3 / (π h²), as the continuous kernel has; the lattice is finer than the bandwidth by far.</summary>
    [Fact]
    public void One_event_is_a_hill_of_the_quartic_kernel()
    {
        var counts = new int[101 * 101];
        counts[(50 * 101) + 50] = 1;
        var density = KernelDensity.Estimate(counts, 101, 10, 400);
        var peak = 3 / (Math.PI * 0.4 * 0.4);
        Assert.InRange(density.PerSquareKilometre[(50 * 101) + 50] / peak, 0.999, 1.001);
        // Half the bandwidth away it is (1 - 1/4)² of that.
        Assert.InRange(density.PerSquareKilometre[(50 * 101) + 70] / peak, 0.5615, 0.5635);
        Assert.Equal(0, density.PerSquareKilometre[(50 * 101) + 90]);
    }

    [Fact]
    public void A_bandwidth_below_a_cell_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => KernelDensity.Estimate([1], 1, 50, 49));
}
