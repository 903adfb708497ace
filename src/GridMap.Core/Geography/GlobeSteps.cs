namespace GridMap.Core.Geography;

/// <summary>Where something is as positions are sent: steps of 1e-6° (11 cm at most) from 180° W and from 90° S.</summary>
public readonly record struct GlobeSteps(int X, int Y)
{
    public const double PerDegree = 1e6;

    /// <summary>What lies beyond the globe is cut off.</summary>
    public static GlobeSteps Of(double longitude, double latitude) => new(Steps(longitude, 180), Steps(latitude, 90));

    public Position Position => new(X / PerDegree - 180, Y / PerDegree - 90);

    private static int Steps(double degrees, double limit) => (int)Math.Round((Math.Clamp(degrees, -limit, limit) + limit) * PerDegree);
}
