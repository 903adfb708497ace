namespace GridMap.Core.Boundaries.Editing;

/// <summary>The rules a division should keep: data of a place, never constants of the program. A rule that is null is not asked for.</summary>
public sealed record BoundaryRules(
    BoundaryRule? GridHouseholds,
    BoundaryRule? CommunityHouseholds,
    BoundaryRule? GridsPerCommunity,
    BoundaryRule? GridWorkers,
    BoundaryRule? GridPieces)
{
    /// <summary>300–500 households a grid, 1 500–3 000 a community, up to 999 grids a community, a grid worker a grid, each grid in one piece; all as warnings.</summary>
    public static BoundaryRules Standard { get; } = new(
        new BoundaryRule(300, 500), new BoundaryRule(1_500, 3_000), new BoundaryRule(1, 999), new BoundaryRule(1, null), new BoundaryRule(1, 1));

    /// <summary>The same rules, none of which refuses: for what has been accepted before.</summary>
    public BoundaryRules AsWarnings() => new(
        GridHouseholds?.AsWarning(), CommunityHouseholds?.AsWarning(), GridsPerCommunity?.AsWarning(), GridWorkers?.AsWarning(), GridPieces?.AsWarning());
}

/// <summary>A number that should lie between a least and a most (null: no bound).</summary>
/// <param name="Refuses">An operation that breaks it, or breaks it further, is refused; else it is told.</param>
public sealed record BoundaryRule(int? Least, int? Most, bool Refuses = false)
{
    public BoundaryRule AsWarning() => this with { Refuses = false };

    /// <summary>How far a number lies outside: 0 within.</summary>
    public int Excess(int value) => Math.Max(0, Math.Max((Least ?? int.MinValue) > value ? Least!.Value - value : 0, (Most ?? int.MaxValue) < value ? value - Most!.Value : 0));
}
