using System.Numerics;

namespace GridMap.Districts.Demo.Plane;

/// <summary>
/// A stream of chance (xoshiro256**, seeded by SplitMix64). Every subject draws from its own stream,
/// so that a change to one part of the drawing does not shift the others.
/// </summary>
internal sealed class Chance
{
    private ulong _a, _b, _c, _d;

    private Chance(ulong seed) => (_a, _b, _c, _d) = (Split(ref seed), Split(ref seed), Split(ref seed), Split(ref seed));

    public static Chance Of(long seed, string subject, int number = 0)
    {
        var hash = 14695981039346656037UL ^ (ulong)seed;
        foreach (var letter in subject)
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }

        return new((hash ^ (ulong)(uint)number) * 0x9E3779B97F4A7C15UL);
    }

    /// <summary>Uniform in 0…1, 1 excluded.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public double Between(double low, double high) => low + (high - low) * Unit();

    /// <summary>A whole number from low to high, both included.</summary>
    public int Whole(int low, int high) => low + (int)(Unit() * (high - low + 1));

    public bool Happens(double probability) => Unit() < probability;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Whole(0, choices.Count - 1)];

    public void Shuffle<T>(IList<T> items)
    {
        for (var i = items.Count - 1; i > 0; i--)
        {
            var j = Whole(0, i);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private static ulong Split(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    private ulong Next()
    {
        var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var t = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= t;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }
}
