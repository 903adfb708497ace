namespace GridMap.Districts.Demo;

/// <summary>How large a demo district is drawn: 40, 810 or 5 000 grids.</summary>
public enum DemoScale
{
    Small,
    District,
    City,
}

/// <summary>What the drawing is doing and how far the whole is, 0…1.</summary>
public sealed record DrawingProgress(string Step, string StepChinese, double Fraction);
