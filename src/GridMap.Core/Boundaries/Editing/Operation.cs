using System.Text.Json.Serialization;
using GridMap.Core.Geography;

namespace GridMap.Core.Boundaries.Editing;

/// <summary>
/// Something a grid manager does to a division. What it leaves open (null: codes and names of new grids) is filled in when it is
/// applied; applied in that form again to the same division it does exactly the same. As JSON its member `kind` names it.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Reassign), "reassign")]
[JsonDerivedType(typeof(SplitByLine), "splitByLine")]
[JsonDerivedType(typeof(SplitIntoParts), "splitIntoParts")]
[JsonDerivedType(typeof(Merge), "merge")]
[JsonDerivedType(typeof(MoveEdge), "moveEdge")]
[JsonDerivedType(typeof(Cut), "cut")]
[JsonDerivedType(typeof(Heal), "heal")]
[JsonDerivedType(typeof(CreateGrid), "createGrid")]
[JsonDerivedType(typeof(RetireGrid), "retireGrid")]
[JsonDerivedType(typeof(Renumber), "renumber")]
[JsonDerivedType(typeof(MoveGrid), "moveGrid")]
[JsonDerivedType(typeof(MoveCommunity), "moveCommunity")]
[JsonDerivedType(typeof(Revert), "revert")]
public abstract record Operation;

/// <summary>What a new grid is called: null is filled in by the code scheme (the lowest free serial of its community).</summary>
public sealed record NewGrid(string? Code = null, string? Name = null, string? NameEnglish = null);

/// <summary>Atoms become part of a grid.</summary>
public sealed record Reassign(int[] Atoms, int Grid) : Operation;

/// <summary>
/// A grid becomes two along a line that crosses it. Atoms under the line are cut there, or, if they are to stay whole, go to the side
/// their label point lies on. The side with more households stays the grid.
/// </summary>
public sealed record SplitByLine(int Grid, Position[] Line, bool WholeAtoms = false, NewGrid? New = null) : Operation;

/// <summary>A grid becomes so many contiguous grids of about equal households; the first of them stays the grid.</summary>
public sealed record SplitIntoParts(int Grid, int Parts, int Seed = 1, NewGrid[]? New = null) : Operation;

/// <summary>A grid becomes part of another and is retired.</summary>
public sealed record Merge(int Grid, int Into) : Operation;

/// <summary>
/// The border between two grids runs along a new line between the two places of it that the line's ends lie nearest to; what lies
/// between the old course and the new changes hands. Atoms under the line are cut there or stay whole, as in a split.
/// </summary>
public sealed record MoveEdge(int Grid, int Neighbor, Position[] Line, bool WholeAtoms = false) : Operation;

/// <summary>An atom becomes several along a line: with splits and moved edges the only operation that changes geometry.</summary>
public sealed record Cut(int Atom, Position[] Line) : Operation;

/// <summary>Atoms of one grid that hang together become one; the first keeps its kind.</summary>
public sealed record Heal(int[] Atoms) : Operation;

/// <summary>Atoms become a grid of their own in a community.</summary>
public sealed record CreateGrid(int Community, int[] Atoms, NewGrid? New = null) : Operation;

/// <summary>A grid is no more: each of its atoms joins the neighbouring grid with the longest common border.</summary>
public sealed record RetireGrid(int Grid) : Operation;

/// <summary>A grid gets another code, and another name where one is given.</summary>
public sealed record Renumber(int Grid, string Code, string? Name = null, string? NameEnglish = null) : Operation;

/// <summary>A grid becomes part of another community, with a code of that community.</summary>
public sealed record MoveGrid(int Grid, int Community, string? Code = null) : Operation;

/// <summary>A community becomes part of another subdistrict, with a code of it; the codes of its grids follow.</summary>
public sealed record MoveCommunity(int Community, int Subdistrict, string? Code = null) : Operation;

/// <summary>
/// Takes changes back, or makes them again: the inverse of every operation, of itself too. It is refused where something is no longer
/// as the changes left it; else everything is, to the byte, as it was.
/// </summary>
public sealed record Revert(Change[] Changes) : Operation;
