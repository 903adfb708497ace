using GridMap.Core.Geography;

namespace GridMap.Core.Patrols;

/// <summary>One timestamped position (定位点) of a patrol, with what else its device knows.</summary>
public readonly record struct Fix(
    Position Position, DateTimeOffset At, double? SpeedMps = null, double? BearingDegrees = null, double? AccuracyMeters = null, double? BatteryPercent = null);
