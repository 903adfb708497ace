namespace GridMap.Districts.Network;

/// <summary>How fast people walk and how far from a road a building may stand; data, so that a place can have its own.</summary>
public sealed record WalkingRules
{
    public double MetersPerSecond { get; init; } = 1.2;

    /// <summary>Along the course of steps, up or down.</summary>
    public double StepsMetersPerSecond { get; init; } = 0.6;

    /// <summary>A building farther than this from every road cannot be linked.</summary>
    public double LinkMetersMost { get; init; } = 150;

    /// <summary>A wall may be crossed within this distance of one of its gates.</summary>
    public double GateMeters { get; init; } = 4;

    /// <summary>A gate that is no vertex of a road is put on the nearest road within this distance.</summary>
    public double GateToRoadMetersMost { get; init; } = 15;
}
