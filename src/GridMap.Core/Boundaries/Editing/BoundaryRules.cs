namespace GridMap.Core.Boundaries.Editing;

/// <summary>The rules a division should keep: data of a place, never constants of the program. A rule that is null is not asked for.</summary>
/// <param name="GridCompactness">4π·area/perimeter² in percent.</param>
/// <param name="PieceSquareMeters">The least that a cut may leave; where it refuses. Below a square metre a cut refuses always.</param>
public sealed record BoundaryRules(
    BoundaryRule? GridHouseholds,
    BoundaryRule? CommunityHouseholds,
    BoundaryRule? GridsPerCommunity,
    BoundaryRule? GridWorkers,
    BoundaryRule? GridPieces,
    BoundaryRule? GridCompactness,
    BoundaryRule? PieceSquareMeters)
{
    private const int LeastPiece = 1;

    /// <summary>Nothing is asked for.</summary>
    public static BoundaryRules None { get; } = new(null, null, null, null, null, null, null);

    /// <summary>The rules that are asked for, by the names that warnings have.</summary>
    public IEnumerable<(string Name, BoundaryRule Rule)> ByName =>
        new (string Name, BoundaryRule? Rule)[]
        {
            ("GRID_HOUSEHOLDS", GridHouseholds),
            ("COMMUNITY_HOUSEHOLDS", CommunityHouseholds),
            ("GRIDS_PER_COMMUNITY", GridsPerCommunity),
            ("GRID_WORKERS", GridWorkers),
            ("GRID_CONTIGUITY", GridPieces),
            ("GRID_COMPACTNESS", GridCompactness),
            ("PIECE_SQUARE_METERS", PieceSquareMeters),
        }.Where(named => named.Rule is not null).Select(named => (named.Name, named.Rule!));

    /// <summary>The least in square metres that a cut may leave.</summary>
    internal int LeastPieceSquareMeters => PieceSquareMeters is { Refuses: true, Least: { } least } ? Math.Max(LeastPiece, least) : LeastPiece;

    /// <summary>The same rules, none of which refuses: for what has been accepted before.</summary>
    public BoundaryRules AsWarnings() => new(
        GridHouseholds?.AsWarning(),
        CommunityHouseholds?.AsWarning(),
        GridsPerCommunity?.AsWarning(),
        GridWorkers?.AsWarning(),
        GridPieces?.AsWarning(),
        GridCompactness?.AsWarning(),
        PieceSquareMeters?.AsWarning());
}

/// <summary>A number that should lie between a least and a most (null: no bound).</summary>
/// <param name="Refuses">An operation that breaks it, or breaks it further, is refused; else it is told.</param>
public sealed record BoundaryRule(int? Least, int? Most, bool Refuses = false)
{
    public BoundaryRule AsWarning() => this with { Refuses = false };

    /// <summary>How far a number lies outside: 0 within.</summary>
    public int Excess(int value) => Math.Max(0, Math.Max((Least ?? int.MinValue) > value ? Least!.Value - value : 0, (Most ?? int.MaxValue) < value ? value - Most!.Value : 0));
}
