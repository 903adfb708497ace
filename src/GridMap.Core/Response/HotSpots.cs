namespace GridMap.Core.Response;

/// <summary>Whether an area and its neighbours together stand out, and how sure that is.</summary>
public enum HotSpotVerdict
{
    /// <summary>Too few areas, all alike, or the area's own rate is not known: nothing can be said.</summary>
    Unknown,

    /// <summary>No more than chance.</summary>
    Ordinary,

    /// <summary>High values stand together.</summary>
    Hot,

    /// <summary>Low values stand together.</summary>
    Cold,
}

/// <summary>What Gi* says of one area.</summary>
/// <param name="Z">Standard deviations from what would be expected by chance; 0 where nothing can be said.</param>
/// <param name="P">Two-sided probability of such a value by chance; 1 where nothing can be said.</param>
/// <param name="IsIsland">It has no neighbour with a known rate: the verdict rests on its own value.</param>
public readonly record struct HotSpot(double Z, double P, HotSpotVerdict Verdict, bool IsIsland);

/// <summary>
/// Local statistic Gi* with binary weights that include the area itself (Getis and Ord 1992; Ord and Getis 1995, equation 14), on rates;
/// verdicts control the false discovery rate over all areas (Benjamini and Hochberg 1995; for local statistics Caldas de Castro and Singer 2006).
/// </summary>
public static class HotSpots
{
    /// <summary>Gi* is about normal only with some areas to compare with.</summary>
    public const int FewestAreas = 8;

    /// <summary>Judges every area.</summary>
    /// <param name="rates">A rate for each area, for example incidents per 1,000 households; NaN where it has no denominator.</param>
    /// <param name="neighbours">For each area the indices of its neighbours, without itself.</param>
    /// <param name="falseDiscoveryRate">The share of areas called hot or cold that may be so by chance, above 0 and below 1.</param>
    /// <returns>One verdict for each area, in the same order.</returns>
    public static HotSpot[] Find(IReadOnlyList<double> rates, IReadOnlyList<IReadOnlyList<int>> neighbours, double falseDiscoveryRate = 0.05)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(neighbours.Count, rates.Count);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(falseDiscoveryRate, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(falseDiscoveryRate, 1);
        var found = new HotSpot[rates.Count];
        Array.Fill(found, new HotSpot(0, 1, HotSpotVerdict.Unknown, false));
        var known = Enumerable.Range(0, rates.Count).Where(area => double.IsFinite(rates[area])).ToArray();
        if (known.Length < FewestAreas)
        {
            return found;
        }

        var mean = known.Average(area => rates[area]);
        var deviation = Math.Sqrt(known.Average(area => (rates[area] - mean) * (rates[area] - mean)));
        if (deviation <= Math.Abs(mean) * 1e-12)
        {
            return found;
        }

        foreach (var area in known)
        {
            var around = neighbours[area].Where(neighbour => neighbour != area && double.IsFinite(rates[neighbour])).Distinct().ToArray();
            var weights = around.Length + 1.0;
            var sum = rates[area] + around.Sum(neighbour => rates[neighbour]);
            var spread = deviation * Math.Sqrt(((known.Length * weights) - (weights * weights)) / (known.Length - 1));
            // Whoever has all areas around it is like the whole, which is no more than chance.
            var z = spread > 0 ? (sum - (mean * weights)) / spread : 0;
            found[area] = new HotSpot(z, Normal.TwoSided(z), HotSpotVerdict.Ordinary, around.Length == 0);
        }

        var limit = Limit([.. known.Select(area => found[area].P)], falseDiscoveryRate);
        foreach (var area in known.Where(area => found[area].P <= limit))
        {
            found[area] = found[area] with { Verdict = found[area].Z > 0 ? HotSpotVerdict.Hot : HotSpotVerdict.Cold };
        }

        return found;
    }

    /// <summary>The greatest probability that is still a discovery; below zero when none is.</summary>
    private static double Limit(double[] probabilities, double rate)
    {
        Array.Sort(probabilities);
        for (var rank = probabilities.Length; rank > 0; rank--)
        {
            if (probabilities[rank - 1] <= rate * rank / probabilities.Length)
            {
                return probabilities[rank - 1];
            }
        }

        return -1;
    }
}
