using System.Text.Json.Serialization;
using GridMap.Core.Geography;

namespace GridMap.Core.Boundaries.Editing;

/// <summary>One thing that became different, with how it was and how it is: what an operation comes down to. As JSON its member `kind` names it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(OwnerChange), "owner")]
[JsonDerivedType(typeof(GridChange), "grid")]
[JsonDerivedType(typeof(CommunityChange), "community")]
[JsonDerivedType(typeof(LandChange), "land")]
public abstract record Change
{
    /// <summary>The change that takes this one back.</summary>
    public abstract Change Invert();
}

/// <summary>Atoms that belonged to one grid belong to another.</summary>
public sealed record OwnerChange(int[] Atoms, int From, int To) : Change
{
    public override Change Invert() => new OwnerChange(Atoms, To, From);
}

/// <summary>A grid is new (no before), retired (no after), or has another code, name or community.</summary>
public sealed record GridChange(GridRow? Before, GridRow? After) : Change
{
    public override Change Invert() => new GridChange(After, Before);
}

/// <summary>A community has another code or subdistrict.</summary>
public sealed record CommunityChange(CommunityRow Before, CommunityRow After) : Change
{
    public override Change Invert() => new CommunityChange(After, Before);
}

/// <summary>Land of one grid is cut otherwise.</summary>
public sealed record LandChange(LandPart Removed, LandPart Added) : Change
{
    public override Change Invert() => new LandChange(Added, Removed);
}

/// <summary>A piece of the mosaic: atoms, edges and nodes, and in which of the atoms each building among them is counted.</summary>
public sealed record LandPart(AtomRow[] Atoms, EdgeRow[] Edges, NodeRow[] Nodes, BuildingPlace[] Buildings);

/// <summary>The atom that a building is counted in.</summary>
public readonly record struct BuildingPlace(int Building, int Atom);
