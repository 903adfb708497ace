namespace GridMap.Core.Response;

/// <summary>Continuous percentiles: linear between the two nearest ranks, as `percentile_cont` of ISO/IEC 9075-2 (Hyndman and Fan 1996, type 7).</summary>
public static class Percentiles
{
    /// <summary>The value below which a share of the values lies.</summary>
    /// <param name="ascending">At least one value, in ascending order.</param>
    /// <param name="share">From 0 to 1.</param>
    /// <returns>In the unit of the values.</returns>
    public static double Continuous(ReadOnlySpan<int> ascending, double share)
    {
        ArgumentOutOfRangeException.ThrowIfZero(ascending.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(share, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        var rank = share * (ascending.Length - 1);
        var below = (int)Math.Floor(rank);
        var above = (int)Math.Ceiling(rank);
        return ascending[below] + ((ascending[above] - (double)ascending[below]) * (rank - below));
    }
}
