namespace GridMap.Core.Boundaries;

/// <summary>What a boundary runs along, from the weakest to the strongest divider; where lines coincide the strongest counts.</summary>
public enum Divider : byte
{
    Line,
    Wall,
    Lane,
    Street,
    Arterial,
    Water,
}

/// <summary>What the strength of a divider means for the land.</summary>
public static class DividerRanks
{
    /// <summary>The word stored with an edge: `road`, `wall`, `water` or `line`.</summary>
    public static string Follows(this Divider divider) => divider switch
    {
        Divider.Line => "line",
        Divider.Wall => "wall",
        Divider.Lane => "road",
        Divider.Street => "road",
        Divider.Arterial => "road",
        Divider.Water => "water",
        _ => throw new ArgumentOutOfRangeException(nameof(divider)),
    };

    /// <summary>The divider a stored word means; how busy a road is has not been stored, so it counts as a street.</summary>
    public static Divider Parse(string follows) => follows switch
    {
        "line" => Divider.Line,
        "wall" => Divider.Wall,
        "road" => Divider.Street,
        "water" => Divider.Water,
        _ => throw new ArgumentOutOfRangeException(nameof(follows), follows, null),
    };

    /// <summary>How unwelcome one metre of area boundary is there, from 0 (a natural border) to 1 (cuts through a neighbourhood).</summary>
    public static double Cohesion(this Divider divider) => divider switch
    {
        Divider.Line => 1.0,
        Divider.Wall => 0.55,
        Divider.Lane => 0.45,
        Divider.Street => 0.25,
        Divider.Arterial => 0.1,
        Divider.Water => 0.04,
        _ => throw new ArgumentOutOfRangeException(nameof(divider)),
    };
}
