namespace GridMap.Districts.Demo.Plane;

/// <summary>Sine and cosine by plain arithmetic: the platform's differ in the last bit between machines, and a drawing must not.</summary>
internal static class Trig
{
    public const double Tau = 2 * Math.PI;

    public static double Sin(double radians) => SinCos(radians).Sine;

    public static (double Sine, double Cosine) SinCos(double radians)
    {
        var quarter = Math.Floor(radians / (Math.PI / 2) + 0.5);
        var x = radians - quarter * (Math.PI / 2);
        var (sine, cosine) = Series(x * x, x);
        return ((long)quarter & 3) switch
        {
            0 => (sine, cosine),
            1 => (cosine, -sine),
            2 => (-sine, -cosine),
            _ => (-cosine, sine),
        };
    }

    // Taylor series, below 1e-15 for |x| ≤ π/4.
    private static (double Sine, double Cosine) Series(double square, double x)
    {
        double sine = 1, cosine = 1;
        for (var n = 16; n >= 2; n -= 2)
        {
            sine = 1 - sine * square / (n * (n + 1));
            cosine = 1 - cosine * square / (n * (n - 1));
        }

        return (x * sine, cosine);
    }
}
