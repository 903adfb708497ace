using GridMap.Core.Geography;

namespace GridMap.Core.Boundaries.Editing;

/// <summary>
/// Everything a division is made of, as stored: land as nodes, edges and atoms, buildings with what is counted, and the areas.
/// Ids are those of the database; what a plan makes has negative ids until it is published.
/// </summary>
public sealed record DivisionRows(
    AtomRow[] Atoms,
    EdgeRow[] Edges,
    NodeRow[] Nodes,
    BuildingRow[] Buildings,
    GridRow[] Grids,
    CommunityRow[] Communities,
    SubdistrictRow[] Subdistricts);

/// <summary>An atom: what kind of land it is, a point inside it, and the grid it belongs to.</summary>
public sealed record AtomRow(int Id, string Kind, LatticePoint LabelPoint, int Grid);

/// <summary>A node: where edges end.</summary>
public sealed record NodeRow(int Id, LatticePoint Point);

/// <summary>An edge from node to node with the atom on each side (null: outside), what it follows (`road`, `wall`, `water`, `line`), and its course, ends included.</summary>
public sealed record EdgeRow(int Id, int Start, int End, int? Left, int? Right, string Follows, LatticePoint[] Course);

/// <summary>A building: a point in its footprint, the atom it is counted in, and its counts.</summary>
public sealed record BuildingRow(int Id, int Atom, LatticePoint Point, int Households, int Persons, int Elders);

/// <summary>A grid: its code, its name, the community it belongs to, and how many grid workers it has.</summary>
public sealed record GridRow(int Id, string Code, string Name, string? NameEnglish, int Community, int Workers);

/// <summary>A community: its code, name, and the subdistrict it belongs to.</summary>
public sealed record CommunityRow(int Id, string Code, string Name, string? NameEnglish, int Subdistrict);

/// <summary>A subdistrict: its code and name.</summary>
public sealed record SubdistrictRow(int Id, string Code, string Name, string? NameEnglish);
