namespace GridMap.Districts.Demo.Plane;

/// <summary>Smooth value noise in -1…1, two octaves: hills, warps and ragged edges.</summary>
internal sealed class Noise(long seed, double wavelengthMeters)
{
    public double At(Vec place)
    {
        var p = place * (1 / wavelengthMeters);
        return (Octave(p) * 2 + Octave(p * 2.03 + new Vec(17.3, 9.1))) / 3;
    }

    private double Octave(Vec p)
    {
        double left = Math.Floor(p.X), bottom = Math.Floor(p.Y);
        double x = Ease(p.X - left), y = Ease(p.Y - bottom);
        var low = Mix(Corner(left, bottom), Corner(left + 1, bottom), x);
        var high = Mix(Corner(left, bottom + 1), Corner(left + 1, bottom + 1), x);
        return Mix(low, high, y);
    }

    private double Corner(double x, double y)
    {
        var z = (ulong)seed * 0x9E3779B97F4A7C15UL + (ulong)(long)x * 0xBF58476D1CE4E5B9UL + (ulong)(long)y * 0x94D049BB133111EBUL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return ((z ^ (z >> 31)) >> 11) * (2.0 / (1UL << 53)) - 1;
    }

    private static double Ease(double t) => t * t * (3 - 2 * t);

    private static double Mix(double a, double b, double share) => a + (b - a) * share;
}
