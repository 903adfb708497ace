using GridMap.Core;

namespace GridMap.Platform.Live;

/// <summary>The part of the globe whose positions a connection sees, in steps of 1e-7°; null bounds mean everywhere.</summary>
public readonly record struct LiveWindow(int West, int South, int East, int North)
{
    private const double StepsPerDegree = 1e7;

    // Views of about the same place and size then share one window, and so one encoded frame.
    private const int CellsAcross = 8;

    private static readonly Refusal Malformed = new(
        "VIEWPORT_INVALID",
        "Send [west, south, east, north] in degrees with west < east and south < north, or null for everywhere.",
        "视窗须为 [西, 南, 东, 北]（单位：度），西小于东、南小于北；null 表示不限范围。");

    public static LiveWindow Everywhere { get; } = new(int.MinValue, int.MinValue, int.MaxValue, int.MaxValue);

    /// <summary>Accepts four finite numbers in order; what lies beyond the globe is cut off. The window is widened to whole cells.</summary>
    public static Result<LiveWindow> Parse(IReadOnlyList<double>? viewport)
    {
        if (viewport is null)
        {
            return Everywhere;
        }

        if (viewport.Count != 4 || !viewport.All(double.IsFinite) || viewport[0] >= viewport[2] || viewport[1] >= viewport[3])
        {
            return Malformed;
        }

        var (west, south, east, north) = (Cut(viewport[0], 180), Cut(viewport[1], 90), Cut(viewport[2], 180), Cut(viewport[3], 90));
        var cell = CellDegrees(Math.Max(east - west, north - south));
        return new LiveWindow(
            Steps(Math.Floor(west / cell) * cell, 180),
            Steps(Math.Floor(south / cell) * cell, 90),
            Steps(Math.Ceiling(east / cell) * cell, 180),
            Steps(Math.Ceiling(north / cell) * cell, 90));
    }

    public bool Contains(int longitude, int latitude) => longitude >= West && longitude <= East && latitude >= South && latitude <= North;

    /// <summary>The power of two that divides a view of this size into about eight cells.</summary>
    private static double CellDegrees(double sizeDegrees) => Math.ScaleB(1, Math.ILogB(Math.Max(sizeDegrees, 1e-6) / CellsAcross));

    // Before anything is computed: the difference of two absurd numbers may be infinite.
    private static double Cut(double degrees, double limit) => Math.Clamp(degrees, -limit, limit);

    private static int Steps(double degrees, double limit) => (int)(Cut(degrees, limit) * StepsPerDegree);
}
