using GridMap.Core.Geography;

namespace GridMap.Core.Boundaries.Editing;

/// <summary>What an operation did.</summary>
/// <param name="Operation">The operation with everything it left open filled in: the form to be kept.</param>
/// <param name="Inverse">Undoes it exactly; the inverse's own inverse does it again.</param>
/// <param name="TouchedAtoms">Atoms that have another grid, are new, or are no more; ascending.</param>
/// <param name="TouchedGrids">Grids whose land, code, name or community changed, new and retired ones included; ascending.</param>
/// <param name="Grids">The numbers of the touched grids that are there now.</param>
/// <param name="Communities">The numbers of the communities of all touched grids, before and after.</param>
/// <param name="Warnings">The rules that touched grids and communities break now.</param>
public sealed record Outcome(
    Operation Operation,
    Revert Inverse,
    int[] TouchedAtoms,
    int[] TouchedGrids,
    GridNumbers[] Grids,
    CommunityNumbers[] Communities,
    Warning[] Warnings);

/// <summary>The sums and measures of a grid.</summary>
/// <param name="Compactness">4π·area/perimeter² (Polsby–Popper): 1 is a circle.</param>
/// <param name="Pieces">Into how many pieces without a common edge its land falls.</param>
/// <param name="LabelPoint">A point inside its largest atom.</param>
public sealed record GridNumbers(
    int Id,
    string Code,
    string Name,
    string? NameEnglish,
    int Community,
    int Workers,
    int Households,
    int Persons,
    int Elders,
    int Buildings,
    double SquareMeters,
    double PerimeterMeters,
    double Compactness,
    int Pieces,
    int Atoms,
    Position LabelPoint);

/// <summary>The sums of an atom, the grid it belongs to, and a point inside it.</summary>
public sealed record AtomNumbers(
    int Id, int Grid, string Kind, int Households, int Persons, int Elders, int Buildings, double SquareMeters, Position LabelPoint);

/// <summary>The sums of a community.</summary>
public sealed record CommunityNumbers(
    int Id, string Code, string Name, string? NameEnglish, int Subdistrict, int Grids, int Households, int Persons, int Elders, int Buildings, double SquareMeters);

/// <summary>A rule that an area breaks, with the number.</summary>
/// <param name="Rule">`GRID_HOUSEHOLDS`, `COMMUNITY_HOUSEHOLDS`, `GRIDS_PER_COMMUNITY`, `GRID_WORKERS`, `GRID_CONTIGUITY` or `GRID_COMPACTNESS` (in percent).</param>
/// <param name="Level">`grid` or `community`.</param>
/// <param name="Least">The least it may be, null: no least.</param>
/// <param name="Most">The most it may be, null: no most.</param>
public sealed record Warning(
    string Rule, string Level, int Area, string Code, int Value, int? Least, int? Most, Position Place, string Message, string MessageChinese);
