using GridMap.Core.Boundaries.Editing;
using GridMap.Core.Geography;
using NetTopologySuite.Geometries;
using Position = GridMap.Core.Geography.Position;

namespace GridMap.Server.Boundaries;

/// <summary>An atom as an editor needs it.</summary>
public sealed record BoundaryAtom(
    int Id, int Grid, string Kind, int Households, int Persons, int Elders, int Buildings, double SquareMeters, Position LabelPoint, Geometry Shape)
{
    public static BoundaryAtom Of(Division division, int atom)
    {
        var numbers = division.NumbersOfAtom(atom);
        return new BoundaryAtom(
            atom,
            numbers.Grid,
            numbers.Kind,
            numbers.Households,
            numbers.Persons,
            numbers.Elders,
            numbers.Buildings,
            numbers.SquareMeters,
            numbers.LabelPoint,
            division.ShapeOfAtom(atom));
    }
}

/// <summary>An edge as an editor needs it.</summary>
public sealed record BoundaryEdge(int Id, int? Left, int? Right, string Follows, Geometry Course)
{
    public static BoundaryEdge Of(EdgeRow row) => new(
        row.Id, row.Left, row.Right, row.Follows, Lattice.Factory.CreateLineString(Array.ConvertAll(row.Course, point => point.ToCoordinate())));
}

/// <summary>What an operation did, as an editor draws it.</summary>
public sealed record ShownOutcome(
    string Kind,
    IReadOnlyList<BoundaryAtom> Atoms,
    IReadOnlyList<int> GoneAtoms,
    IReadOnlyList<int> TouchedGrids,
    IReadOnlyList<GridNumbers> Grids,
    IReadOnlyList<CommunityNumbers> Communities,
    IReadOnlyList<Warning> Warnings)
{
    /// <param name="division">The division after it.</param>
    public static ShownOutcome Of(Outcome outcome, Division division) => new(
        KindOf(outcome.Operation),
        [.. outcome.TouchedAtoms.Where(division.HasAtom).Select(atom => BoundaryAtom.Of(division, atom))],
        [.. outcome.TouchedAtoms.Where(atom => !division.HasAtom(atom))],
        outcome.TouchedGrids,
        outcome.Grids,
        outcome.Communities,
        outcome.Warnings);

    /// <summary>The word for an operation in its JSON.</summary>
    public static string KindOf(Operation operation) => operation switch
    {
        Reassign => "reassign",
        SplitByLine => "splitByLine",
        SplitIntoParts => "splitIntoParts",
        Merge => "merge",
        MoveEdge => "moveEdge",
        Cut => "cut",
        Heal => "heal",
        CreateGrid => "createGrid",
        RetireGrid => "retireGrid",
        Renumber => "renumber",
        MoveGrid => "moveGrid",
        MoveCommunity => "moveCommunity",
        Revert => "revert",
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };
}
