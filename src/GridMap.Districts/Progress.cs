namespace GridMap.Districts;

/// <summary>How far the making of a district has come: the stage in both languages and the share done (0 to 1) of the whole.</summary>
public sealed record Progress(string Stage, string StageEnglish, double Fraction);
