namespace GridMap.Simulator;

/// <summary>How often incidents are reported: the demo's year of 30 000 for 330 000 households, bent by the hour of the day.</summary>
public static class IncidentRhythm
{
    private const double PerHouseholdAndYear = 30_000.0 / 330_000.0;

    // Share of each local hour, relative to an even day: two rush hours, a quiet night.
    private static readonly double[] HourWeights =
        [0.3, 0.2, 0.15, 0.15, 0.2, 0.4, 0.8, 1.5, 1.9, 1.7, 1.5, 1.3, 1.0, 1.0, 1.2, 1.4, 1.5, 1.7, 1.8, 1.4, 1.1, 0.9, 0.6, 0.4];

    /// <summary>Incidents per second expected for a number of households at a local hour (0–23), at a speed factor.</summary>
    public static double PerSecond(int households, int hour, double speed) =>
        households * PerHouseholdAndYear / (365.0 * 24 * 3600) * (HourWeights[hour] * 24 / HourWeights.Sum()) * speed;

    /// <summary>Seconds to the next report of a Poisson process, from an even draw in [0, 1).</summary>
    public static double SecondsToNext(double perSecond, double draw) => -Math.Log(1 - draw) / perSecond;
}
