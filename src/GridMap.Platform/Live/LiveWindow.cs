using GridMap.Core;

namespace GridMap.Platform.Live;

/// <summary>The cells of the globe whose positions a connection sees, with both ends.</summary>
public readonly record struct LiveWindow(PositionCell SouthWest, PositionCell NorthEast)
{
    private static readonly Refusal Malformed = new(
        "VIEWPORT_INVALID",
        "Send [west, south, east, north] in degrees with west < east and south < north, or null for everywhere.",
        "视窗须为 [西, 南, 东, 北]（单位：度），西小于东、南小于北；null 表示不限范围。");

    public static LiveWindow Everywhere { get; } = new(new PositionCell(0, 0), new PositionCell(ushort.MaxValue, ushort.MaxValue));

    /// <summary>Accepts four finite numbers in order; what lies beyond the globe is cut off. The window is widened to whole cells.</summary>
    public static Result<LiveWindow> Parse(IReadOnlyList<double>? viewport)
    {
        if (viewport is null)
        {
            return Everywhere;
        }

        return viewport.Count == 4 && viewport.All(double.IsFinite) && viewport[0] < viewport[2] && viewport[1] < viewport[3]
            ? new LiveWindow(CellPoint.Of(viewport[0], viewport[1]).Cell, CellPoint.Of(viewport[2], viewport[3]).Cell)
            : Malformed;
    }

    public bool Contains(PositionCell cell) =>
        cell.Column >= SouthWest.Column && cell.Column <= NorthEast.Column && cell.Row >= SouthWest.Row && cell.Row <= NorthEast.Row;
}
