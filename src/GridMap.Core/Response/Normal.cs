namespace GridMap.Core.Response;

/// <summary>The standard normal distribution.</summary>
public static class Normal
{
    /// <summary>How likely a value at least as far from zero is, on either side: erfc(|z| / √2), to about 1e-14.</summary>
    /// <returns>From 0 to 1.</returns>
    public static double TwoSided(double z) => ComplementaryError(Math.Abs(z) / Math.Sqrt(2));

    /// <summary>Below 2.5 the Taylor series of erf converges soon; above, the continued fraction of erfc, taken from its end (Abramowitz and Stegun 7.1.5, 7.1.14).</summary>
    private static double ComplementaryError(double x)
    {
        if (x < 2.5)
        {
            var term = x;
            var sum = x;
            for (var k = 1; Math.Abs(term) > 1e-18 * Math.Abs(sum); k++)
            {
                term *= -x * x / k;
                sum += term / ((2 * k) + 1);
            }

            return 1 - (2 / Math.Sqrt(Math.PI) * sum);
        }

        var tail = x;
        for (var k = 60; k > 0; k--)
        {
            tail = x + (k / 2.0 / tail);
        }

        return Math.Exp(-x * x) / Math.Sqrt(Math.PI) / tail;
    }
}
