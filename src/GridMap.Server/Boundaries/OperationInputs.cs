using GridMap.Core.Boundaries.Editing;
using GridMap.Core.Geography;

namespace GridMap.Server.Boundaries;

/// <summary>One operation as a request says it.</summary>
public sealed record BoundaryOperationInput(
    ReassignInput? Reassign,
    SplitByLineInput? SplitByLine,
    SplitIntoPartsInput? SplitIntoParts,
    MergeInput? Merge,
    MoveEdgeInput? MoveEdge,
    CutInput? Cut,
    HealInput? Heal,
    CreateGridInput? CreateGrid,
    RetireGridInput? RetireGrid,
    RenumberInput? Renumber,
    MoveGridInput? MoveGrid,
    MoveCommunityInput? MoveCommunity)
{
    /// <summary>The operation itself; the schema sees to it that exactly one is given.</summary>
    public Operation ToOperation() => Reassign?.ToOperation()
        ?? SplitByLine?.ToOperation()
        ?? SplitIntoParts?.ToOperation()
        ?? Merge?.ToOperation()
        ?? MoveEdge?.ToOperation()
        ?? Cut?.ToOperation()
        ?? Heal?.ToOperation()
        ?? CreateGrid?.ToOperation()
        ?? RetireGrid?.ToOperation()
        ?? Renumber?.ToOperation()
        ?? MoveGrid?.ToOperation()
        ?? MoveCommunity?.ToOperation()
        ?? throw new InvalidOperationException("An operation input names no operation.");
}

/// <summary>What a new grid is called, as a request says it.</summary>
public sealed record NewGridInput(string? Code, string? Name, string? NameEn)
{
    public NewGrid ToNewGrid() => new(Code, Name, NameEn);
}

/// <summary>Atoms become part of a grid.</summary>
public sealed record ReassignInput(int[] Atoms, int Grid)
{
    public Operation ToOperation() => new Reassign(Atoms, Grid);
}

/// <summary>A grid becomes two along a line.</summary>
public sealed record SplitByLineInput(int Grid, Position[] Line, bool WholeAtoms, NewGridInput? New)
{
    public Operation ToOperation() => new SplitByLine(Grid, Line, WholeAtoms, New?.ToNewGrid());
}

/// <summary>A grid becomes several of about equal households.</summary>
public sealed record SplitIntoPartsInput(int Grid, int Parts, int Seed)
{
    public Operation ToOperation() => new SplitIntoParts(Grid, Parts, Seed);
}

/// <summary>A grid becomes part of another.</summary>
public sealed record MergeInput(int Grid, int Into)
{
    public Operation ToOperation() => new Merge(Grid, Into);
}

/// <summary>The border between two grids runs elsewhere.</summary>
public sealed record MoveEdgeInput(int Grid, int Neighbor, Position[] Line, bool WholeAtoms)
{
    public Operation ToOperation() => new MoveEdge(Grid, Neighbor, Line, WholeAtoms);
}

/// <summary>An atom becomes several along a line.</summary>
public sealed record CutInput(int Atom, Position[] Line)
{
    public Operation ToOperation() => new Cut(Atom, Line);
}

/// <summary>Atoms become one.</summary>
public sealed record HealInput(int[] Atoms)
{
    public Operation ToOperation() => new Heal(Atoms);
}

/// <summary>Atoms become a grid of their own.</summary>
public sealed record CreateGridInput(int Community, int[] Atoms, NewGridInput? New)
{
    public Operation ToOperation() => new CreateGrid(Community, Atoms, New?.ToNewGrid());
}

/// <summary>A grid is no more.</summary>
public sealed record RetireGridInput(int Grid)
{
    public Operation ToOperation() => new RetireGrid(Grid);
}

/// <summary>A grid gets another code.</summary>
public sealed record RenumberInput(int Grid, string Code, string? Name, string? NameEn)
{
    public Operation ToOperation() => new Renumber(Grid, Code, Name, NameEn);
}

/// <summary>A grid becomes part of another community.</summary>
public sealed record MoveGridInput(int Grid, int Community, string? Code)
{
    public Operation ToOperation() => new MoveGrid(Grid, Community, Code);
}

/// <summary>A community becomes part of another subdistrict.</summary>
public sealed record MoveCommunityInput(int Community, int Subdistrict, string? Code)
{
    public Operation ToOperation() => new MoveCommunity(Community, Subdistrict, Code);
}
