using GridMap.Core.Geography;

namespace GridMap.Core.Boundaries;

/// <summary>A line that divides land. `IsExtent` marks the ring where the divided land ends.</summary>
public sealed record BoundaryLine(LatticePoint[] Points, Divider Divider, bool IsExtent = false);

/// <summary>One straight piece between two lattice points, crossed and touched by no other except at its ends.</summary>
public readonly record struct NodedSegment(LatticePoint From, LatticePoint To, Divider Divider, bool IsExtent);

/// <summary>A noded segment with the face on its left and right; -1 is outside.</summary>
public readonly record struct SidedSegment(LatticePoint From, LatticePoint To, int Left, int Right, Divider Divider);
