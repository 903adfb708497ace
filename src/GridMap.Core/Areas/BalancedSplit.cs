using GridMap.Core.Boundaries;

namespace GridMap.Core.Areas;

/// <summary>
/// Splits contiguous land into contiguous parts of about equal households, with borders along roads and walls rather than through blocks.
/// Method: recursive bisection by the edges of noisy minimum spanning trees (ReCom; DeFord, Duchin and Solomon 2021); of many trees the cut
/// with the best balance and the cheapest border per size wins; then border atoms move while that helps. Deterministic for a seed.
/// </summary>
public sealed class BalancedSplit(Adjacency adjacency, int[] households, (double X, double Y)[] centresMeters, int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Relative deviation from the target that costs nothing.</summary>
    public double Tolerance { get; init; } = 0.08;

    public int Tries { get; init; } = 24;

    /// <summary>Two parts of the members, of which the first should hold <c>FirstParts</c> of the parts.</summary>
    public (int[] First, int FirstParts, int[] Second) Bisect(int[] members, int parts, Func<int, bool>? allowsParts = null)
    {
        var best = default(TreeCut?);
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var tree = SpanningTreeGrowth.Grow(adjacency, members, centresMeters, _random);
            var cut = tree.FindBestCut(adjacency, households, parts, Tolerance, allowsParts ?? (_ => true));
            best = best is null || (cut is not null && cut.Score < best.Score) ? cut : best;
        }

        if (best is null)
        {
            throw new InvalidOperationException($"{members.Length} atoms cannot be split into {parts} parts.");
        }

        return (best.Below, best.PartsBelow, [.. members.Except(best.Below)]);
    }

    /// <summary>The members in so many parts (fewer when there are not as many atoms).</summary>
    public List<int[]> Split(int[] members, int parts)
    {
        var count = Math.Min(parts, members.Length);
        if (count <= 1)
        {
            return [members];
        }

        var (first, firstParts, second) = Bisect(members, count);
        return [.. Split(first, firstParts), .. Split(second, count - firstParts)];
    }
}
