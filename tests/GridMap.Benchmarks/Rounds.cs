namespace GridMap.Benchmarks;

/// <summary>A ratio measured side by side: median, least and greatest of its rounds, and the A-against-A control of the same run.</summary>
public sealed record Ratio(double Median, double Least, double Greatest, double Control)
{
    /// <summary>A run whose control strays by more than 5 % says nothing.</summary>
    public bool IsVoid => Math.Abs(Control - 1) > 0.05;
}

/// <summary>Interleaves two measurements A B B A so that a drifting machine favours neither.</summary>
public static class Rounds
{
    private const int Attempts = 3;

    /// <summary>Compares anew, a few times at most, while the control says that the machine was not quiet; the attempt with the best control counts.</summary>
    public static async Task<Ratio> CompareAsync(Func<Task<double>> measureA, Func<Task<double>> measureB, int rounds)
    {
        var best = await CompareOnceAsync(measureA, measureB, rounds);
        for (var attempt = 1; attempt < Attempts && best.IsVoid; attempt++)
        {
            var again = await CompareOnceAsync(measureA, measureB, rounds);
            best = Math.Abs(Math.Log(again.Control)) < Math.Abs(Math.Log(best.Control)) ? again : best;
        }

        return best;
    }

    /// <summary>Runs rounds of A B B A; each round gives the ratio of the A mean to the B mean. The control compares the two halves of A.</summary>
    private static async Task<Ratio> CompareOnceAsync(Func<Task<double>> measureA, Func<Task<double>> measureB, int rounds)
    {
        var ratios = new List<double>();
        var first = new List<double>();
        var second = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            var a1 = await measureA();
            var b1 = await measureB();
            var b2 = await measureB();
            var a2 = await measureA();
            ratios.Add((a1 + a2) / (b1 + b2));
            // Alternate which A of the round counts as first, so that a steady drift cancels in the control.
            (round % 2 == 0 ? first : second).Add(a1);
            (round % 2 == 0 ? second : first).Add(a2);
        }

        return new Ratio(Median(ratios), ratios.Min(), ratios.Max(), Median(first) / Median(second));
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
